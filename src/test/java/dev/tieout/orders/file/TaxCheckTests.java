package dev.tieout.orders.file;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.tieout.commission.TaxTreatment;

import static org.assertj.core.api.Assertions.assertThat;

/** Tests for {@link TaxCheck}: total against parts of 1000 and a tax. */
class TaxCheckTests {

	@ParameterizedTest
	@CsvSource({ "DETECT, 200, 1000, INCLUDED, false", "DETECT, 200, 1200, EXCLUDED, false",
			"DETECT, 200, 1001, INCLUDED, false", "DETECT, 200, 999, INCLUDED, false",
			"DETECT, 200, 1201, EXCLUDED, false", "DETECT, 200, 1199, EXCLUDED, false",
			"DETECT, 200, 1002, UNCLEAR, true", "DETECT, 200, 998, UNCLEAR, true", "DETECT, 200, 1202, UNCLEAR, true",
			"DETECT, 1, 1000, INCLUDED, false", "DETECT, 1, 1001, EXCLUDED, false", "DETECT, 1, 1002, EXCLUDED, false",
			"DETECT, 1, 999, INCLUDED, false", "DETECT, 0, 1000, EXCLUDED, false", "DETECT, 0, 1001, EXCLUDED, false",
			"DETECT, 0, 1002, UNCLEAR, true", "YES, 200, 1000, INCLUDED, false", "YES, 200, 1001, INCLUDED, false",
			"YES, 200, 1002, UNCLEAR, true", "YES, 200, 1200, UNCLEAR, true", "YES, 0, 1000, INCLUDED, false",
			"NO, 200, 1200, EXCLUDED, false", "NO, 200, 1201, EXCLUDED, false", "NO, 200, 1202, EXCLUDED, true",
			"NO, 200, 1000, EXCLUDED, true" })
	void theTotalsTellTheTreatment(PricesIncludeTax prices, long tax, long total, TaxTreatment treatment,
			boolean mismatch) {
		assertThat(TaxCheck.of(prices, 1_000, tax, total)).isEqualTo(new TaxCheck(treatment, mismatch));
	}

}
