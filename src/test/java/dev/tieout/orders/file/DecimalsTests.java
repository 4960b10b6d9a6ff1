package dev.tieout.orders.file;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link Decimals}. */
class DecimalsTests {

	@ParameterizedTest
	@CsvSource({ "0, 0", "007.50, 7.5", ".5, 0.5", "5., 5", "0.0000000001, 0.0000000001", "0.00, 0",
			"0.10000000000000, 0.1", "999999999999999, 999999999999999" })
	void aNumberIsRead(String text, String value) {
		assertThat(Decimals.parse(text)).hasValueSatisfying((read) -> assertThat(read).isEqualByComparingTo(value));
	}

	@ParameterizedTest
	@ValueSource(
			strings = { ".", "-1", "+1", "1,5", "1.2.3", "1e5", "0.00000000001", "1000000000000000", "1 000", "NaN" })
	void anythingElseIsNone(String text) {
		assertThat(Decimals.parse(text)).isEmpty();
	}

	@Test
	void aLongTextTakesNoTime() {
		assertThat(Decimals.parse("0".repeat(1_000_000) + "1." + "0".repeat(1_000_000)))
			.hasValueSatisfying((read) -> assertThat(read).isEqualByComparingTo("1"));
		assertThat(Decimals.parse("9".repeat(1_000_000))).isEmpty();
	}

}
