package dev.tieout.money;

import java.util.Currency;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

class FlatRateTests {

	@Test
	void aFlatRateIsToldAsItIsWrittenAndEarnsTheSameOnAnything() {
		FlatRate rate = new FlatRate(new Money(500, Currency.getInstance("USD")));
		assertThat(rate).hasToString("5.00 USD");
		assertThat(rate.earnedOn(Ratio.of(7))).isEqualTo(Ratio.of(500));
	}

}
