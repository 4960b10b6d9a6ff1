package dev.tieout.cli;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

import org.junit.jupiter.api.Test;

import dev.tieout.attribution.Reason;
import dev.tieout.audit.ControlTotal;
import dev.tieout.audit.DecisionTotal;
import dev.tieout.audit.EntryType;
import dev.tieout.audit.ExceptionGroup;
import dev.tieout.audit.ExceptionGroup.Source;
import dev.tieout.audit.PostedTotal;
import dev.tieout.audit.RunFile;
import dev.tieout.audit.RunHeader;
import dev.tieout.audit.RunSummary;
import dev.tieout.audit.Total;

import static org.assertj.core.api.Assertions.assertThat;

class RunPrintTests {

	private static final Currency USD = Currency.getInstance("USD");

	private static final Currency EUR = Currency.getInstance("EUR");

	@Test
	void aRunsTableAnswersEverything() {
		RunSummary summary = summary("COMPLETED", Optional.empty(),
				List.of(file("affiliates.csv", "affiliates", "posted", 3, 3, 0, 0),
						file("shopify-2026-10-31.csv", "orders", "posted", 1_204, 1_200, 1, 3),
						file("shopify-2026-10-30.csv", "orders", "duplicate", 0, 0, 0, 0)),
				totals(true));
		assertThat(RunPrint.of(summary, Ink.PLAIN, 100)).isEqualTo("""
				Run 7 of job nightly: COMPLETED in 3.4 s
				Business date 2026-10-31, covers 2026-10-30 to 2026-10-31; dates are those of America/New_York

				Read  2 files; 1 file known from earlier skipped
				  file                    kind        records  accepted  unchanged  rejected  state
				  affiliates.csv          affiliates        3         3          0         0  posted
				  shopify-2026-10-31.csv  orders web    1,204     1,200          1         3  posted
				  in all                                1,207     1,203          1         3

				Rejected records  3
				  reason      count  meaning
				  BAD_AMOUNT      3  The amount is negative, too large, or has more decimals than its
				                     currency.

				Credited  1,100 of 1,103 orders judged
				  currency  orders  order total      base  commission
				  USD        1,100    123456.78  98765.43     9876.54

				Not credited  3 of 1,103 orders judged
				  reason                 currency  orders  order total  because
				  NO_CONNECTION          EUR            1        10.00  no affiliate referred the customer
				                         USD            1        20.00
				  CUSTOMER_IS_AFFILIATE  USD            1        30.00  the buyer is an affiliate, and the program
				                                                        pays nothing for affiliates' orders

				Posted  1,101 entries, 9876.54 USD
				  type      currency  entries   amount  what it is
				  ACCRUAL   USD         1,100  9886.54  first entry of an order and affiliate
				  REVERSAL  USD             1   -10.00  down to zero

				Does it close?  yes, all 4 control totals agree
				  #  what must be equal                                                  checked  verdict
				  1  1,207 records read = 1,203 accepted + 1 unchanged + 3 rejected            1  closes
				  2  orders judged = orders of all reasons, in number and in totals            1  closes
				  3  entries posted = net after - net before, for each affiliate               1  closes
				  4  orders, decisions and entries = those that rest on a file and line        1  closes

				Reports
				  /srv/reports/run-000007
				""");
	}

	@Test
	void aRunThatFoundNothingNewSaysSo() {
		RunSummary summary = new RunSummary(header("COMPLETED", Optional.empty()),
				List.of(file("shopify-2026-10-30.csv", "orders", "duplicate", 0, 0, 0, 0)), totals(true), List.of(),
				List.of(), List.of(), List.of(), List.of());
		assertThat(RunPrint.of(summary, Ink.PLAIN, 100))
			.contains("Nothing new: 0 files to read (1 file known from earlier), 0 customers due; nothing was posted.")
			.contains("Does it close?  yes")
			.doesNotContain("Credited");
	}

	@Test
	void aRunThatDoesNotCloseNamesWhatIsOpen() {
		RunSummary summary = summary("FAILED", Optional.of("The totals do not close."), List.of(), totals(false));
		assertThat(RunPrint.of(summary, Ink.PLAIN, 100)).startsWith("Run 7 of job nightly: FAILED")
			.contains("error  The totals do not close.", "Nothing was posted.",
					"Does it close?  no, so nothing was posted", "1 open",
					"open: subject 4: 10 expected, 9 found (detail)");
	}

	@Test
	void aStoppedRunSaysHowToGoOn() {
		RunSummary summary = summary("STOPPED", Optional.empty(), List.of(), List.of());
		assertThat(RunPrint.of(summary, Ink.PLAIN, 100)).contains(
				"Nothing was posted. The next run of the job goes on with it, or: tieout runs resume 7",
				"1,103 orders judged, none of which counts", "not proven: the run ended before");
	}

	@Test
	void manyFilesAreCountedAfterTheFirstForty() {
		List<RunFile> files = IntStream.range(0, 50)
			.mapToObj((i) -> file("orders-" + i + ".csv", "orders", "posted", 10, 10, 0, 0))
			.toList();
		String text = RunPrint.of(summary("COMPLETED", Optional.empty(), files, totals(true)), Ink.PLAIN, 100);
		assertThat(text).contains("orders-39.csv", "all 50 files", "... 10 more: tieout runs show 7")
			.doesNotContain("orders-40.csv");
	}

	@Test
	void onlyHeadingsAndVerdictsAreColoured() {
		String text = RunPrint.of(summary("COMPLETED", Optional.empty(), List.of(), totals(true)), Ink.COLOURED, 100);
		assertThat(text).contains("\033[1mRun 7 of job nightly\033[0m: \033[1;32mCOMPLETED\033[0m",
				"\033[1mDoes it close?\033[0m  \033[1;32myes\033[0m");
		assertThat(text.replaceAll("\033\\[[0-9;]*m", ""))
			.isEqualTo(RunPrint.of(summary("COMPLETED", Optional.empty(), List.of(), totals(true)), Ink.PLAIN, 100));
	}

	private static RunSummary summary(String state, Optional<String> error, List<RunFile> files,
			List<ControlTotal> totals) {
		boolean posted = state.equals("COMPLETED");
		return new RunSummary(header(state, error), files, totals,
				List.of(decision(Reason.NO_CONNECTION, 1, 1_000, EUR), decision(Reason.NO_CONNECTION, 1, 2_000, USD),
						decision(Reason.CUSTOMER_IS_AFFILIATE, 1, 3_000, USD),
						new DecisionTotal(Reason.CREDITED, 1_100, Total.of(12_345_678, USD), Total.of(9_876_543, USD),
								Total.of(987_654, USD))),
				posted ? List.of(new PostedTotal(EntryType.ACCRUAL, 1_100, Total.of(988_654, USD)),
						new PostedTotal(EntryType.REVERSAL, 1, Total.of(-1_000, USD))) : List.of(),
				List.of(), List.of(new ExceptionGroup(Source.REJECT, "BAD_AMOUNT", 3, List.of())), List.of());
	}

	private static DecisionTotal decision(Reason reason, long orders, long total, Currency currency) {
		return new DecisionTotal(reason, orders, Total.of(total, currency), Total.of(0, currency),
				Total.of(0, currency));
	}

	private static List<ControlTotal> totals(boolean close) {
		return IntStream.rangeClosed(1, 4)
			.mapToObj((equation) -> new ControlTotal(equation, "subject " + equation, BigDecimal.TEN,
					(close || equation < 4) ? BigDecimal.TEN : BigDecimal.valueOf(9), "detail"))
			.toList();
	}

	private static RunFile file(String name, String kind, String state, long records, long accepted, long unchanged,
			long rejected) {
		return new RunFile(name, kind, kind.equals("orders") ? Optional.of("web") : Optional.empty(), state, "",
				records, accepted, unchanged, rejected, 0, Optional.empty(), 7);
	}

	private static RunHeader header(String state, Optional<String> error) {
		Instant start = Instant.parse("2026-11-01T08:30:00Z");
		boolean posted = state.equals("COMPLETED");
		return new RunHeader(7, "nightly", "run", "main", ZoneId.of("America/New_York"), "USD",
				LocalDate.of(2026, 10, 31), Optional.of(LocalDate.of(2026, 10, 30)), Optional.empty(), state,
				Optional.empty(), error, start, Optional.of(start.plusMillis(3_400)),
				posted ? Optional.of(start.plusMillis(3_300)) : Optional.empty(), "3f1c", "0.1.0", "ann",
				Optional.empty(), posted ? Optional.of("/srv/reports/run-000007") : Optional.empty(), Optional.empty());
	}

}
