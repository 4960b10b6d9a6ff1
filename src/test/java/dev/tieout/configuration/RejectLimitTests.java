package dev.tieout.configuration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RejectLimitTests {

	@Test
	void aShareAllowsTenRecordsInAnyFile() {
		assertThat(RejectLimit.DEFAULT.isExceeded(10, 10)).isFalse();
		assertThat(RejectLimit.DEFAULT.isExceeded(11, 11)).isTrue();
	}

	@Test
	void aShareIsExact() {
		assertThat(RejectLimit.DEFAULT.isExceeded(20, 2_000)).isFalse();
		assertThat(RejectLimit.DEFAULT.isExceeded(20, 1_999)).isTrue();
	}

	@Test
	void aNumberHoldsForEveryFile() {
		assertThat(new RejectLimit.Count(0).isExceeded(0, 100)).isFalse();
		assertThat(new RejectLimit.Count(0).isExceeded(1, 1_000_000)).isTrue();
	}

}
