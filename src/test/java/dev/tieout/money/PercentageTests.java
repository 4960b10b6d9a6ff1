package dev.tieout.money;

import java.math.BigDecimal;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class PercentageTests {

	@ParameterizedTest(name = "{0} is {1}, {2}/{3}")
	@CsvSource({ "10, 10%, 1, 10", "10.00, 10%, 1, 10", "12.5, 12.5%, 1, 8", "0, 0%, 0, 1", "0.000, 0%, 0, 1",
			"100, 100%, 1, 1", "1E+2, 100%, 1, 1", "33.333, 33.333%, 33333, 100000", "250, 250%, 5, 2" })
	void aPercentageIsAFactorAndForgetsItsZeros(BigDecimal value, String text, long numerator, long denominator) {
		Percentage percentage = new Percentage(value);
		assertThat(percentage).hasToString(text);
		assertThat(percentage.factor()).isEqualTo(Ratio.of(numerator, denominator));
		assertThat(percentage).isEqualTo(new Percentage(value.setScale(8))).hasSameHashCodeAs(new Percentage(value));
	}

	@Test
	void aPercentageIsNotBelowZero() {
		assertThatIllegalArgumentException().isThrownBy(() -> new Percentage(new BigDecimal("-0.1")))
			.withMessageContaining("-0.1");
	}

}
