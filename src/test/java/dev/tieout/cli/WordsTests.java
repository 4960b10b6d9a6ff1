package dev.tieout.cli;

import java.time.Duration;
import java.util.Currency;
import java.util.List;

import org.junit.jupiter.api.Test;

import dev.tieout.audit.Total;

import static org.assertj.core.api.Assertions.assertThat;

class WordsTests {

	@Test
	void countsHaveThousandsSeparators() {
		assertThat(Words.count(1_234_567)).isEqualTo("1,234,567");
		assertThat(Words.count(1, "file", "files")).isEqualTo("1 file");
		assertThat(Words.count(0, "file", "files")).isEqualTo("0 files");
	}

	@Test
	void moneyHasItsCurrencyAndItsDecimals() {
		assertThat(Words.money(
				List.of(Total.of(123_450, Currency.getInstance("USD")), Total.of(-6_200, Currency.getInstance("JPY")))))
			.isEqualTo("1234.50 USD, -6200 JPY");
	}

	@Test
	void durationsAreAsExactAsAPersonNeedsThem() {
		assertThat(Words.duration(Duration.ofMillis(3_449))).isEqualTo("3.4 s");
		assertThat(Words.duration(Duration.ofSeconds(59))).isEqualTo("59 s");
		assertThat(Words.duration(Duration.ofSeconds(125))).isEqualTo("2 min 5 s");
		assertThat(Words.duration(Duration.ofMinutes(72))).isEqualTo("1 h 12 min");
	}

	@Test
	void sentencesAreBrokenAtBlanks() {
		assertThat(Wrapped.of("the order was refunded in full", 16)).containsExactly("the order was",
				"refunded in full");
		assertThat(Wrapped.of("unbreakable", 4)).containsExactly("unbreakable");
		assertThat(Wrapped.of("", 4)).containsExactly("");
	}

}
