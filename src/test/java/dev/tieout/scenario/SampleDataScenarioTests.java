package dev.tieout.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import dev.tieout.audit.Export;
import dev.tieout.audit.ExportScope;
import dev.tieout.operations.RunResult;
import dev.tieout.operations.RunState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The sample data's two nights against answers that were worked out without this program.
 */
class SampleDataScenarioTests {

	private static final Path SAMPLE = Path.of("sample-data").toAbsolutePath();

	@Test
	void bothNightsGiveTheExpectedAnswersAndTheSameNightAgainPostsNothing(@TempDir Path folder) throws Exception {
		Path job = copy(folder);
		try (Installation tieout = Installation.fresh()) {
			RunResult first = tieout.run(job, LocalDate.of(2026, 10, 31));
			assertThat(first.error()).isEmpty();
			assertThat(first.state()).isEqualTo(RunState.COMPLETED);
			compare(tieout, "night-1", first.run());

			RunResult again = tieout.run(job, LocalDate.of(2026, 10, 31));
			assertThat(again.state()).isEqualTo(RunState.COMPLETED);
			assertThat(tieout.jdbc()
				.sql("select count(*) from ledger_entry where run_no = ?")
				.param(again.run())
				.query(Long.class)
				.single()).isZero();

			addNextNight(folder);
			RunResult second = tieout.run(job, LocalDate.of(2026, 11, 1));
			assertThat(second.error()).isEmpty();
			compare(tieout, "night-2", second.run());
		}
	}

	private static void compare(Installation tieout, String night, int run) throws Exception {
		Path expected = SAMPLE.resolve("expected").resolve(night);
		assertThat(columns(tieout.export(Export.DECISIONS), "store", "order_id", "decision", "affiliate_email",
				"source", "commission", "currency"))
			.containsExactlyInAnyOrderElementsOf(Files.readAllLines(expected.resolve("decisions.csv")));
		assertThat(columns(tieout.export(Export.CONNECTION_LINES), "file", "line", "outcome"))
			.containsExactlyInAnyOrderElementsOf(Files.readAllLines(expected.resolve("connection-lines.csv")));
		assertThat(columns(tieout.export(Export.REJECTS, new ExportScope.OneRun(run)), "file", "line", "reason"))
			.containsExactlyInAnyOrderElementsOf(Files.readAllLines(expected.resolve("rejects.csv")));
		assertThat(columns(tieout.export(Export.LEDGER, new ExportScope.OneRun(run)), "type", "store", "order_id",
				"affiliate_email", "currency", "amount"))
			.containsExactlyInAnyOrderElementsOf(Files.readAllLines(expected.resolve("posted.csv")));
	}

	/** Some columns of a CSV text, header included. */
	private static List<String> columns(String csv, String... names) throws IOException {
		try (var reader = new com.opencsv.CSVReaderBuilder(new java.io.StringReader(csv))
			.withCSVParser(new com.opencsv.RFC4180ParserBuilder().build())
			.build()) {
			List<String> header = List.of(reader.readNextSilently());
			List<String> rows = new ArrayList<>(List.of(String.join(",", names)));
			for (String[] row = reader.readNextSilently(); row != null; row = reader.readNextSilently()) {
				List<String> cells = new ArrayList<>();
				for (String name : names) {
					String cell = row[header.indexOf(name)];
					cells.add(cell);
				}
				rows.add(String.join(",", cells));
			}
			return rows;
		}
	}

	static Path copy(Path folder) throws IOException {
		copyFiles(Path.of("jobs"), folder.resolve("jobs"));
		copyFiles(Path.of("jobs/programs"), folder.resolve("jobs/programs"));
		copyFiles(SAMPLE.resolve("inbox"), folder.resolve("sample-data/inbox"));
		return folder.resolve("jobs/nightly.yml");
	}

	static void addNextNight(Path folder) throws IOException {
		copyFiles(SAMPLE.resolve("next-night"), folder.resolve("sample-data/inbox"));
	}

	private static void copyFiles(Path from, Path to) throws IOException {
		Files.createDirectories(to);
		try (Stream<Path> files = Files.list(from)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				Files.copy(file, to.resolve(file.getFileName()), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
			}
		}
	}

}
