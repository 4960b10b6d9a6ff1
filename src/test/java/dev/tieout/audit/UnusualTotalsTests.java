package dev.tieout.audit;

import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.stream.LongStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.tieout.attribution.Reason;
import dev.tieout.audit.UnusualTotal.Kind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class UnusualTotalsTests {

	private static final Currency JPY = Currency.getInstance("JPY");

	private static RunSummary summary(long amount) {
		RunSummary full = SampleSummary.closing();
		return new RunSummary(
				full.header(), List.of(), List.of(), List.of(new DecisionTotal(Reason.CREDITED, 1,
						Total.of(amount, JPY), Total.of(0, JPY), Total.of(0, JPY))),
				List.of(), List.of(), List.of(), List.of());
	}

	private static List<FormerRun> former(long... amounts) {
		return LongStream.of(amounts)
			.mapToObj((amount) -> new FormerRun(1, LocalDate.EPOCH,
					List.of(new DecisionTotal(Reason.CREDITED, 1, Total.of(amount, JPY), Total.of(0, JPY),
							Total.of(0, JPY))),
					List.of()))
			.toList();
	}

	@ParameterizedTest
	@CsvSource({ "301, true", "300, false", "99, true", "100, false", "200, false" })
	void moreThanHalfOfTheMedianAndMoreThanAHundredUnits(long now, boolean unusual) {
		assertThat(UnusualTotals.of(summary(now), former(200, 1, 99_999))).hasSize(unusual ? 1 : 0);
	}

	@Test
	void halfOfALargeMedianIsNotEnough() {
		assertThat(UnusualTotals.of(summary(1_500), former(1_000, 1_000, 1_000))).isEmpty();
		assertThat(UnusualTotals.of(summary(1_501), former(1_000, 1_000, 1_000))).hasSize(1);
	}

	@Test
	void twoRunsAreTooFewToCompareWith() {
		assertThat(UnusualTotals.of(summary(9_000), former(1, 1))).isEmpty();
		assertThat(UnusualTotals.of(summary(9_000), former(1, 1, 1))).hasSize(1);
	}

	@Test
	void ofAnEvenNumberTheMeanOfTheTwoInTheMiddleCounts() {
		assertThat(UnusualTotals.of(summary(9_000), former(100, 300, 200, 10_000))).singleElement()
			.satisfies((total) -> assertThat(total.median()).hasToString("250 JPY"));
	}

	@Test
	void whoIsMissingAndWhatIsNewAreFoundToo() {
		assertThat(SampleReport.closing().unusual())
			.extracting(UnusualTotal::kind, UnusualTotal::subject, (total) -> total.now().toString(),
					(total) -> total.median().toString())
			.contains(tuple(Kind.AFFILIATE, "gone@partners.example", "0.00 USD", "200.00 USD"),
					tuple(Kind.AFFILIATE, "bob@partners.example", "1,386.90 USD", "0.00 USD"),
					tuple(Kind.REASON, "CREDITED", "47,750.00 USD", "20,000.03 USD"))
			.doesNotContain(tuple(Kind.AFFILIATE, "ann@partners.example", "2,630.00 USD", "2,500.00 USD"));
	}

}
