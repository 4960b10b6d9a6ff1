package dev.tieout.configuration;

import java.time.LocalDate;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class AsOfTests {

	@ParameterizedTest
	@CsvSource({ "shopify-(yyyy-MM-dd).csv, shopify-2026-04-10.csv, 2026-04-10",
			"(yyyyMMdd)*.csv, 20260410*.csv, 2026-04-10", "(yyyyMMdd-HHmm).csv, 20260410-0230.csv, 2026-04-10",
			"o-(dd-MMM-yy).csv, o-10-Apr-26.csv, 2026-04-10" })
	void findsTheDateInAFilesName(String pattern, String name, LocalDate date) {
		assertThat(new AsOf(pattern).date(name)).contains(date);
	}

	@ParameterizedTest
	@ValueSource(strings = { "shopify-2026-02-31.csv", "shopify-2026-04-10.csv.gz", "Shopify-2026-04-10.csv",
			"shopify-.csv", "shopify-2026-4-10.csv", "shopify-2026-04-10-b.csv", "shopify.csv" })
	void otherNamesHaveNone(String name) {
		assertThat(new AsOf("shopify-(yyyy-MM-dd).csv").date(name)).isEmpty();
	}

	@Test
	void theFixedPartsMustNotOverlap() {
		assertThat(new AsOf("aa(yyyyMMdd)aa").date("aaa")).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "orders.csv", "orders-().csv", "orders-(yyyy-MM).csv", "(yyyy-MM-dd)-(yyyy-MM-dd).csv",
			"(YYYY-MM-dd).csv", "(yyyy-mm-dd).csv", "(jjjj).csv", "a/(yyyy-MM-dd).csv", "((yyyy-MM-dd)).csv" })
	void refusesPatternsThatNameNoDate(String pattern) {
		assertThat(AsOf.of(pattern)).isEmpty();
		assertThatIllegalArgumentException().isThrownBy(() -> new AsOf(pattern));
	}

}
