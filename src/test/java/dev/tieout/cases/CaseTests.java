package dev.tieout.cases;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import dev.tieout.attribution.Decision;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The worked examples, against the core alone. */
class CaseTests {

	static Stream<Case> cases() {
		return CaseFile.cases().stream();
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("cases")
	void aWorkedExampleComesToItsAnswers(Case example) {
		InMemoryIntake intake = new InMemoryIntake(example.program());
		Postings ledger = new Postings();
		List<List<Case.Posting>> posted = new ArrayList<>();
		for (Night night : example.nights()) {
			intake.night(night);
			posted.add(ledger.post(intake.replay().decisions()));
		}
		InMemoryIntake.Answers answers = intake.replay();
		assertThat(byOrder(answers.decisions())).isEqualTo(example.orders());
		assertThat(answers.outcomes()).isEqualTo(example.outcomes());
		example.posted().ifPresent((expected) -> {
			assertThat(posted).hasSameSizeAs(expected);
			for (int night = 0; night < expected.size(); night++) {
				assertThat(posted.get(night)).as("night %d", night + 1)
					.containsExactlyInAnyOrderElementsOf(expected.get(night));
			}
		});
	}

	@ParameterizedTest(name = "{0}")
	@MethodSource("cases")
	void judgingTheLastNightAgainPostsNothing(Case example) {
		InMemoryIntake intake = new InMemoryIntake(example.program());
		example.nights().forEach(intake::night);
		Postings ledger = new Postings();
		ledger.post(intake.replay().decisions());
		assertThat(ledger.post(intake.replay().decisions())).isEmpty();
	}

	@Test
	void noTwoCasesHaveTheSameId() {
		assertThat(cases().map(Case::id)).isNotEmpty().doesNotHaveDuplicates();
	}

	private static Map<String, Case.Answer> byOrder(List<Decision> decisions) {
		Map<String, Case.Answer> answers = new HashMap<>();
		for (Decision decision : decisions) {
			answers.put(decision.order().id(), new Case.Answer(decision.reason(), decision.commission()));
		}
		return answers;
	}

}
