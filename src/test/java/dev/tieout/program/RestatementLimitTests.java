package dev.tieout.program;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class RestatementLimitTests {

	@Test
	void zerosThatSayNothingDoNotCount() {
		assertThat(new RestatementLimit(new BigDecimal("0.00"))).hasToString("0%")
			.isEqualTo(new RestatementLimit(BigDecimal.ZERO));
		assertThat(new RestatementLimit(new BigDecimal("5.0"))).isEqualTo(RestatementLimit.DEFAULT);
		assertThat(new RestatementLimit(new BigDecimal("100"))).hasToString("100%");
	}

}
