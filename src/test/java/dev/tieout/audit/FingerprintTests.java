package dev.tieout.audit;

import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import dev.tieout.audit.Fingerprint.Part;
import dev.tieout.audit.Fingerprint.Subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class FingerprintTests {

	@Test
	void nothingHasMovedWhereAllIsEqual() {
		assertThat(SamplePlan.saw().moved(SamplePlan.saw())).isEmpty();
	}

	@ParameterizedTest
	@EnumSource(Subject.class)
	void eachPartIsNamedWhenItMoves(Subject subject) {
		assertThat(SamplePlan.saw().moved(with(new Part(subject, 3, "new", "0123")))).singleElement()
			.asString()
			.startsWith(subject.word() + ": ")
			.contains("new");
		assertThat(SamplePlan.saw().moved(with(new Part(subject, 3, "x" + subject.ordinal(), "other")))).singleElement()
			.asString()
			.startsWith(subject.word() + ": ");
	}

	@Test
	void oldAndNewAreToldInAPersonsWords() {
		assertThat(told(new Part(Subject.LEDGER, 6, "412", "1"))).isEqualTo("ledger: 3 entries more, the last is 412");
		assertThat(told(new Part(Subject.INPUTS, 4, "orders-2.csv", "1")))
			.isEqualTo("inputs: 1 file more, the last is orders-2.csv");
		assertThat(told(new Part(Subject.PERIODS, 2, "2026-03", "1")))
			.isEqualTo("periods: 1 closed month fewer, the last is 2026-03");
		assertThat(told(new Part(Subject.AFFILIATES, 3, "line 3 of a.csv", "1")))
			.isEqualTo("affiliates: still 3 rows, but other ones: the last is line 3 of a.csv, was x4");
		assertThat(told(new Part(Subject.PERIODS, 0, "", "0"))).isEqualTo("periods: 3 closed months fewer");
		assertThat(told(new Part(Subject.ACCEPTED_EDITION, 3, "", "0123")))
			.isEqualTo("accepted edition: is none, was x2");
	}

	@Test
	void aFingerprintHasEachPartOnce() {
		List<Part> parts = new ArrayList<>(SamplePlan.saw().parts());
		parts.remove(2);
		assertThatIllegalArgumentException().isThrownBy(() -> new Fingerprint(parts));
	}

	private static String told(Part now) {
		return String.join("\n", SamplePlan.saw().moved(with(now)));
	}

	private static Fingerprint with(Part part) {
		return new Fingerprint(SamplePlan.saw()
			.parts()
			.stream()
			.map((one) -> (one.subject() == part.subject()) ? part : one)
			.toList());
	}

}
