package dev.tieout.scenario;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import dev.tieout.cases.Case;
import dev.tieout.cases.CaseFile;
import dev.tieout.cases.Night;
import dev.tieout.cases.NightFiles;
import dev.tieout.operations.RunResult;
import dev.tieout.operations.RunState;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The worked examples, by the whole job over files. */
class CasesScenarioTests {

	@TempDir
	Path folder = Path.of("");

	static Stream<Case> cases() {
		return CaseFile.cases().stream();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("cases")
	void aWorkedExampleComesToItsAnswers(Case example) throws Exception {
		Site site = new Site(this.folder).program(example.programText())
			.job(Set.of("web"), "tuning: {chunk-size: 2, partitions: 2}\n");
		try (Installation tieout = Installation.fresh()) {
			Answers answers = new Answers(tieout);
			List<List<Case.Posting>> posted = new ArrayList<>();
			int number = 0;
			for (Night night : example.nights()) {
				NightFiles.write(this.folder, ++number, night, 2);
				RunResult result = tieout.run(site.job(), night.date());
				assertThat(result.error()).isEmpty();
				assertThat(result.state()).isEqualTo(RunState.COMPLETED);
				posted.add(answers.posted(result.run()));
			}
			Map<String, Case.Answer> orders = new HashMap<>();
			answers.decisions()
				.forEach((order, decision) -> orders.put(order.substring("web/".length()),
						new Case.Answer(decision.reason(), decision.posts())));
			assertThat(orders).isEqualTo(example.orders());
			assertThat(answers.outcomes()).isEqualTo(example.outcomes());
			example.posted().ifPresent((expected) -> {
				assertThat(posted).hasSameSizeAs(expected);
				for (int night = 0; night < expected.size(); night++) {
					assertThat(posted.get(night)).as("night %d", night + 1)
						.containsExactlyInAnyOrderElementsOf(expected.get(night));
				}
			});
			assertTheSameRunAgainPostsNothing(tieout, site, example);
		}
	}

	private static void assertTheSameRunAgainPostsNothing(Installation tieout, Site site, Case example) {
		Night last = example.nights().get(example.nights().size() - 1);
		RunResult again = tieout.run(site.job(), last.date());
		assertThat(again.error()).isEmpty();
		assertThat(new Answers(tieout).posted(again.run())).isEmpty();
		assertThat(new Answers(tieout).count("due_customer")).isZero();
	}

}
