package dev.tieout.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;

import dev.tieout.attribution.Reason;

/** The reports that go with {@link SampleSummary}. */
public final class SampleReport {

	private static final Currency USD = Currency.getInstance("USD");

	private static final Currency EUR = Currency.getInstance("EUR");

	private static final LocalDate DAY = LocalDate.of(2026, 11, 1);

	private SampleReport() {
	}

	public static RunReport closing() {
		return RunReport.of(SampleSummary.closing(), settlement(4_176), days(60), former(7), balances(), orders(),
				entries());
	}

	/** The ledger held another amount before than the decisions say. */
	public static RunReport walkingAstray() {
		return RunReport.of(SampleSummary.closing(), settlement(4_177), days(60), former(7), balances(), orders(),
				entries());
	}

	public static RunReport notClosing() {
		return RunReport.of(SampleSummary.notClosing(), new Settlement(DAY, List.of()), List.of(), List.of(), List.of(),
				orders(), List.of());
	}

	/** A run that read, judged and posted nothing, in a ledger without entries. */
	public static RunReport empty() {
		RunSummary full = SampleSummary.closing();
		RunSummary summary = new RunSummary(full.header(), List.of(), List.of(), List.of(), List.of(), List.of(),
				List.of(), List.of());
		return RunReport.of(summary, new Settlement(DAY, List.of()), List.of(), List.of(), List.of(), List.of(),
				List.of());
	}

	/** A text wherever a file could have put it. */
	public static RunReport saying(String text) {
		Place place = new Place(text, OptionalLong.of(3));
		return RunReport.of(SampleSummary.saying(text), settlement(0), days(3),
				List.of(new FormerRun(1, DAY, List.of(), List.of(new FormerRun.Posted(text, Total.of(90_000, USD)))),
						new FormerRun(2, DAY, List.of(), List.of(new FormerRun.Posted(text, Total.of(90_000, USD)))),
						new FormerRun(3, DAY, List.of(), List.of(new FormerRun.Posted(text, Total.of(90_000, USD))))),
				List.of(balance(text, -1)),
				List.of(new TrailOrder(text, text, Instant.EPOCH, text, Reason.CREDITED, text, Total.of(1, USD),
						Total.of(1, USD), place)),
				List.of(new TrailEntry(1, EntryType.ACCRUAL, text, text, text, Instant.EPOCH, Total.of(1, USD),
						Reason.CREDITED, YearMonth.of(2026, 10), DAY, OptionalLong.empty(), place)));
	}

	/** As much of everything as there may be, each text as long as it gets. */
	public static RunReport overflowing() {
		String long300 = "'\"<&>".repeat(80);
		Place place = new Place(long300, OptionalLong.of(3));
		RunSummary summary = SampleSummary.overflowing();
		List<AffiliateTotal> posted = new ArrayList<>();
		List<NegativeBalance> negative = new ArrayList<>();
		List<LedgerBalance> balances = new ArrayList<>();
		List<FormerRun.Posted> before = new ArrayList<>();
		for (int i = 0; i < 2_000; i++) {
			Total amount = Total.of(i, USD);
			posted.add(new AffiliateTotal(i + long300, long300, 1, amount, Total.of(0, USD), Total.of(0, USD), amount));
			negative.add(new NegativeBalance(i + long300, long300, Total.of(-i, USD)));
			balances.add(balance(i + long300, -i));
			before.add(new FormerRun.Posted(i + long300, Total.of(1_000_000 + i, USD)));
		}
		RunSummary full = new RunSummary(summary.header(), summary.files(), summary.controlTotals(),
				summary.decisions(), summary.postedByType(), posted, summary.exceptions(), negative);
		List<TrailOrder> orders = new ArrayList<>();
		List<TrailEntry> entries = new ArrayList<>();
		for (Reason reason : Reason.values()) {
			for (int i = 0; i < 100; i++) {
				orders.add(new TrailOrder("web", long300, Instant.EPOCH, long300, reason, long300, Total.of(1, USD),
						Total.of(1, USD), place));
			}
		}
		for (int i = 0; i < 1_000; i++) {
			entries.add(new TrailEntry(i, EntryType.ADJUSTMENT, i / 10 + long300, "web", long300, Instant.EPOCH,
					Total.of(1, USD), Reason.CREDITED, YearMonth.of(2026, 10), DAY, OptionalLong.of(1), place));
		}
		FormerRun run = new FormerRun(1, DAY, List.of(), before);
		return RunReport.of(full, settlement(0), days(20_000), List.of(run, run, run), balances, orders, entries);
	}

	private static Settlement settlement(long before) {
		return new Settlement(DAY, List.of(
				new Settlement.Line(Total.of(before, USD), Total.of(508_169, USD), Total.of(400_000, USD),
						Total.of(108_169, USD)),
				new Settlement.Line(Total.of(0, EUR), Total.of(64_000, EUR), Total.of(64_000, EUR), Total.of(0, EUR))));
	}

	private static List<DayTotal> days(int count) {
		return IntStream.range(0, count)
			.mapToObj((i) -> new DayTotal(LocalDate.of(2026, 9, 2).plusDays(i), 1 + i % 7,
					Total.of((i % 9 == 4) ? -1_900 : 3_000 + 700L * (i * 31 % 17), USD)))
			.toList();
	}

	private static List<FormerRun> former(int count) {
		return IntStream.range(0, count)
			.mapToObj((i) -> new FormerRun(11 - i, LocalDate.of(2026, 10, 30).minusDays(i),
					List.of(decision(Reason.ORDER_REFUNDED, 4, 40_000), decision(Reason.NO_CONNECTION, 900, 9_900_000),
							decision(Reason.CREDITED, 300, 2_000_000 + i)),
					List.of(new FormerRun.Posted("ann@partners.example", Total.of(250_000, USD)),
							new FormerRun.Posted("gone@partners.example", Total.of(20_000, USD)))))
			.toList();
	}

	private static DecisionTotal decision(Reason reason, long orders, long total) {
		return new DecisionTotal(reason, orders, Total.of(total, USD), Total.of(0, USD), Total.of(0, USD));
	}

	private static List<LedgerBalance> balances() {
		return List.of(balance("ann@partners.example", 512_000), balance("cliff@partners.example", -1_250),
				new LedgerBalance("ann@partners.example", "Ann Field", Total.of(0, EUR), Total.of(64_000, EUR),
						Total.of(0, EUR), Total.of(0, EUR), Total.of(64_000, EUR), Total.of(64_000, EUR),
						Total.of(0, EUR)));
	}

	private static LedgerBalance balance(String affiliate, long after) {
		Total none = Total.of(0, USD);
		return new LedgerBalance(affiliate, "", Total.of(after - 500, USD), Total.of(500, USD), none, none,
				Total.of(after, USD), none, Total.of(after, USD));
	}

	private static List<TrailOrder> orders() {
		return List.of(
				new TrailOrder("web", "5512", Instant.parse("2026-10-30T14:05:00Z"), "kim@mail.example",
						Reason.NO_CONNECTION, "", Total.of(91_200, USD), Total.of(0, USD),
						new Place("shopify-2026-10-31.csv", OptionalLong.of(118))),
				new TrailOrder("web", "5513", Instant.parse("2026-10-30T14:05:00Z"), "lee@mail.example",
						Reason.CREDITED, "ann@partners.example", Total.of(41_200, USD), Total.of(4_120, USD),
						new Place("shopify-2026-10-31.csv", OptionalLong.of(121))));
	}

	private static List<TrailEntry> entries() {
		return List.of(
				new TrailEntry(71, EntryType.ACCRUAL, "ann@partners.example", "web", "5513",
						Instant.parse("2026-10-30T14:05:00Z"), Total.of(4_120, USD), Reason.CREDITED,
						YearMonth.of(2026, 10), LocalDate.of(2026, 11, 29), OptionalLong.empty(),
						new Place("shopify-2026-10-31.csv", OptionalLong.of(121))),
				new TrailEntry(72, EntryType.ADJUSTMENT, "ann@partners.example", "web", "5513",
						Instant.parse("2026-10-30T14:05:00Z"), Total.of(-120, USD), Reason.CREDITED,
						YearMonth.of(2026, 10), LocalDate.of(2026, 11, 29), OptionalLong.of(71),
						new Place("operation:4", OptionalLong.empty())));
	}

}
