package dev.tieout.money;

import java.util.Locale;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class MoneyTests {

	@ParameterizedTest(name = "{0} of {1} is {2}")
	@CsvSource({ "1250, USD, 12.50 USD", "-300, eur, -3.00 EUR", "1250, JPY, 1250 JPY", "1, KWD, 0.001 KWD",
			"0, USD, 0.00 USD", "-5, USD, -0.05 USD" })
	void anAmountIsToldWithItsCurrencysDecimals(long minor, String currency, String text) {
		assertThat(new Money(minor, Money.currency(currency).orElseThrow())).hasToString(text);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "US", "USDD", "ZZZ", "XXX", "XAU", "\u0415UR", "US\u017f" })
	void whatIsNoCurrencyWithMinorUnitsIsNone(String word) {
		assertThat(Money.currency(word)).isEmpty();
	}

	@Test
	void theMachinesLanguageDoesNotMatter() {
		Locale before = Locale.getDefault();
		Locale.setDefault(new Locale.Builder().setLanguage("tr").build());
		try {
			assertThat(Money.currency("inr")).isPresent();
		}
		finally {
			Locale.setDefault(before);
		}
	}

}
