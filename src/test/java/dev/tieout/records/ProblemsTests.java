package dev.tieout.records;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

class ProblemsTests {

	private static final FileRecord RECORD = new FileRecord(7, "1001", 4, new String[] { "1001" }, "");

	private final Problems problems = new Problems();

	@Test
	void theFirstGivesTheReasonAndAllTheDetail() {
		this.problems.add(RejectReason.BAD_AMOUNT, "total is odd");
		this.problems.add(RejectReason.MISSING_FIELD, "status is blank");
		Reject reject = this.problems.reject(RECORD);
		assertThat(reject.reason()).isEqualTo(RejectReason.BAD_AMOUNT);
		assertThat(reject.detail()).isEqualTo("total is odd; status is blank");
	}

	/** Found by files spoilt at random: a thousand lines of an order, each wrong. */
	@Test
	void ofVeryManyTheFirstAreToldAndTheOthersCounted() {
		for (int i = 1; i <= 1_000; i++) {
			this.problems.add(RejectReason.MISSING_FIELD, "line " + i);
		}
		assertThat(this.problems.reject(RECORD).detail()).startsWith("line 1; line 2; ")
			.endsWith("; line 20; and 980 more");
	}

	@Test
	void whereNothingIsWrongThereIsNoReason() {
		assertThat(this.problems.isEmpty()).isTrue();
		assertThatIllegalStateException().isThrownBy(this.problems::reason);
	}

}
