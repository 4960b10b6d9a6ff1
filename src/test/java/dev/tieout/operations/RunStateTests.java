package dev.tieout.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The table of moves, held against the one that operators read. */
class RunStateTests {

	private static final String EXPECTED = """
			RUNNING    -> RUNNING POSTED COMPLETED STOPPED FAILED SUPERSEDED ABANDONED
			POSTED     -> POSTED COMPLETED
			COMPLETED  ->
			STOPPED    -> RUNNING ABANDONED
			FAILED     -> ABANDONED
			SUPERSEDED -> ABANDONED
			ABANDONED  ->
			""";

	@Test
	void everyPairOfStatesIsAllowedOrNotAsTheTableSays() {
		StringBuilder table = new StringBuilder();
		for (RunState from : RunState.values()) {
			table.append("%-10s ->".formatted(from));
			Stream.of(RunState.values()).filter(from::mayBecome).forEach((to) -> table.append(' ').append(to));
			table.append('\n');
		}
		assertThat(table).hasToString(EXPECTED);
	}

	@Test
	void theDocumentedTableIsThisOne() throws IOException {
		String jobs = Files.readString(Path.of("docs/jobs.md"));
		for (RunState from : RunState.values()) {
			List<String> moves = Arrays.stream(RunState.values()).filter(from::mayBecome).map(RunState::name).toList();
			String cell = moves.isEmpty() ? "none" : String.join(", ", moves);
			assertThat(jobs).as("docs/jobs.md, States of a run").contains("| %s | %s | ".formatted(from, cell));
		}
	}

	@Test
	void noStateLeadsOutOfAnEndedRunButGivingItUp() {
		for (RunState from : RunState.values()) {
			if (!from.isUnfinished()) {
				assertThat(Stream.of(RunState.values()).filter(from::mayBecome)).as("moves of %s", from)
					.isSubsetOf(Set.of(RunState.ABANDONED));
			}
		}
	}

	@Test
	void onlyOneClassWritesTheStateOfARun() throws IOException {
		try (Stream<Path> sources = Files.walk(Path.of("src/main"))) {
			assertThat(sources.filter(Files::isRegularFile).filter(RunStateTests::writesState).map(Path::getFileName))
				.extracting(Path::toString)
				.containsExactly("RunStates.java");
		}
	}

	private static boolean writesState(Path source) {
		try {
			return Files.readString(source).replaceAll("\\s+", " ").matches("(?is).*update run (\\w+ )?set state\\b.*");
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
