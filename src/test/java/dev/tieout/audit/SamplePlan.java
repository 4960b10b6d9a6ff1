package dev.tieout.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Stream;

import dev.tieout.attribution.Reason;

/** A plan that tests may change. */
public final class SamplePlan {

	private static final Currency USD = Currency.getInstance("USD");

	private SamplePlan() {
	}

	public static PlannedEntry entry(int number) {
		return new PlannedEntry(EntryType.ADJUSTMENT, "web", "#" + number, Instant.parse("2026-03-04T10:11:12Z"), 4711,
				"ann@partners.example", Total.of(-1050 - number, USD), Reason.CREDITED, YearMonth.of(2026, 4),
				LocalDate.of(2026, 4, 3), OptionalLong.of(12), "orders-1.csv", 2 + number);
	}

	public static PlannedEntry first() {
		return new PlannedEntry(EntryType.ACCRUAL, "web", "=1+1", Instant.parse("2026-03-04T10:11:12.5Z"), -3,
				"bob@partners.example", Total.of(500, Currency.getInstance("JPY")), Reason.CREDITED,
				YearMonth.of(2026, 3), LocalDate.of(2026, 3, 4), OptionalLong.empty(), "a,b.csv", 2);
	}

	public static Fingerprint saw() {
		return new Fingerprint(Stream.of(Fingerprint.Subject.values())
			.map((subject) -> new Fingerprint.Part(subject, 3, "x" + subject.ordinal(), "0123"))
			.toList());
	}

	public static Plan of(Plan.Entries entries) {
		return new Plan(Plan.FORMAT, 17, "00112233aabbccdd", "main", "nightly",
				new DateRange(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 3, 31)), "America/New_York", true,
				Instant.parse("2026-11-26T15:00:00Z"), "root (ops)", "1.0", 1, "ab".repeat(32),
				List.of("rules[2026-03-01].commission.rate: 10% becomes 12%"),
				new PlanTotals(1, 2, 0, 40, 37,
						List.of(new PlanTotals.Amount("ann@partners.example", 2, Total.of(-2101, USD))),
						List.of(new PlanTotals.Amount("bob@partners.example", 1, Total.of(99, USD)))),
				entries, saw());
	}

	public static Plan plan() {
		return of(new Plan.Entries(2, "cd".repeat(32), "march.csv", "ef".repeat(32), List.of(first(), entry(1))));
	}

}
