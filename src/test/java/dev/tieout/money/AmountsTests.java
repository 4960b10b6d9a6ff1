package dev.tieout.money;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class AmountsTests {

	@ParameterizedTest(name = "''{0}'' with {1} decimals is {2}")
	@CsvSource({ "0, 2, 0", "10, 2, 1000", "10.5, 2, 1050", "10.50, 2, 1050", "10.5000, 2, 1050", "007.01, 2, 701",
			".5, 2, 50", "5., 2, 500", "1000, 0, 1000", "1000.00, 0, 1000", "1.234, 3, 1234", "1.2, 3, 1200",
			"10000000000000.00, 2, 1000000000000000", "9999999999999.99, 2, 999999999999999",
			"10000000000000, 2, 1000000000000000", "1000000000000000, 0, 1000000000000000" })
	void anAmountIsReadInMinorUnits(String text, int digits, long minor) {
		assertThat(Amounts.parse(text, digits)).isEqualTo(minor);
	}

	@ParameterizedTest(name = "''{0}''")
	@ValueSource(strings = { "", ".", "-", "-1", "+1", "1,5", "1 000", "1.001", "1..0", "1.0.0", "1e3", "abc", "$5",
			"\u0661", "10000000000000.01", "10000000000001", "10000000000000.1", "99999999999999999999999999" })
	void whatIsNoAmountOfTwoDecimalsIsBad(String text) {
		assertThat(Amounts.parse(text, 2)).isEqualTo(Amounts.BAD);
	}

	@Test
	void moreThanTheLimitIsBadWhateverTheDecimals() {
		assertThat(Amounts.parse("1000000000000001", 0)).isEqualTo(Amounts.BAD);
		assertThat(Amounts.parse("1000000000000.001", 3)).isEqualTo(Amounts.BAD);
		assertThat(Amounts.parse("1000000000000.000", 3)).isEqualTo(Money.LIMIT);
	}

	@Test
	void onlySignedAmountsMayBeBelowZero() {
		assertThat(Amounts.parseSigned("", 2)).isEqualTo(Amounts.BAD);
		assertThat(Amounts.parseSigned("-2.50", 2)).isEqualTo(-250);
		assertThat(Amounts.parseSigned("2.50", 2)).isEqualTo(250);
		assertThat(Amounts.parseSigned("-", 2)).isEqualTo(Amounts.BAD);
		assertThat(Amounts.parseSigned("--1", 2)).isEqualTo(Amounts.BAD);
		assertThat(Amounts.parse("-2.50", 2)).isEqualTo(Amounts.BAD);
	}

}
