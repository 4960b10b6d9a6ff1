package dev.tieout.audit;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;

import dev.tieout.attribution.Reason;
import dev.tieout.audit.ExceptionGroup.Source;

/** A run's summary as a month of a small shop might come out. */
public final class SampleSummary {

	private static final Currency USD = Currency.getInstance("USD");

	private static final Currency EUR = Currency.getInstance("EUR");

	private SampleSummary() {
	}

	public static RunSummary closing() {
		return new RunSummary(header("COMPLETED"), files(), controlTotals("0.00"), decisions(), postedByType(),
				postedByAffiliate(), exceptions(),
				List.of(new NegativeBalance("cliff@partners.example", "Cliff Edge", Total.of(-1_250, USD))));
	}

	public static RunSummary notClosing() {
		return new RunSummary(header("FAILED"), files(), controlTotals("-3.20"), decisions(), List.of(), List.of(),
				exceptions(), List.of());
	}

	/** One file, one group, with a text wherever a file could have put it. */
	public static RunSummary saying(String text) {
		List<ExceptionGroup> groups = List.of(
				new ExceptionGroup(Source.REJECT, "BAD_AMOUNT", 1,
						List.of(new ExceptionLine(place(text, 3), text, text, text))),
				new ExceptionGroup(Source.NOTICE, text, 1,
						List.of(new ExceptionLine(place(text, 3), text, text, text))));
		RunHeader header = new RunHeader(1, text, "run", text, ZoneId.of("UTC"), "USD", LocalDate.of(2026, 10, 31),
				Optional.empty(), Optional.empty(), "FAILED", Optional.of(text), Optional.of(text),
				Instant.parse("2026-11-01T08:30:00Z"), Optional.empty(), Optional.empty(), text, text, text,
				Optional.of(text), Optional.empty(), Optional.of(new SealHead(1, text)));
		RunFile file = new RunFile(text, "orders", Optional.of(text), "failed", text, 1, 0, 0, 1, 0, Optional.of(text),
				1);
		return new RunSummary(
				header, List.of(file), List.of(new ControlTotal(1, text, BigDecimal.ONE, BigDecimal.ONE, text)),
				decisions(), postedByType(), List.of(new AffiliateTotal(text, text, 1, Total.of(1, USD),
						Total.of(0, USD), Total.of(0, USD), Total.of(1, USD))),
				groups, List.of(new NegativeBalance(text, text, Total.of(-1, USD))));
	}

	/** As many kinds of exceptions as there are, each as full as it gets. */
	public static RunSummary overflowing() {
		String long300 = "'\"<&>".repeat(80);
		List<ExceptionGroup> groups = IntStream.range(0, 30)
			.mapToObj((kind) -> new ExceptionGroup(Source.REJECT, "KIND_" + kind, 1_000_000,
					IntStream.range(0, ExceptionGroup.SHOWN)
						.mapToObj((line) -> new ExceptionLine(place(long300, line), long300, long300, long300))
						.toList()))
			.toList();
		return new RunSummary(header("COMPLETED"), files(), controlTotals("0.00"), decisions(), postedByType(),
				postedByAffiliate(), groups, List.of());
	}

	private static RunHeader header(String state) {
		boolean posted = state.equals("COMPLETED");
		return new RunHeader(12, "nightly", "run", "main", ZoneId.of("America/New_York"), "USD",
				LocalDate.of(2026, 10, 31), Optional.of(LocalDate.of(2026, 10, 25)), Optional.empty(), state,
				Optional.of(posted ? "report" : "close"),
				posted ? Optional.empty()
						: Optional.of("Equation 3 does not close for ann@partners.example in USD: -3.20"),
				Instant.parse("2026-11-01T08:30:00Z"), Optional.of(Instant.parse("2026-11-01T08:30:07.400Z")),
				posted ? Optional.of(Instant.parse("2026-11-01T08:30:06Z")) : Optional.empty(),
				"4be1d0a2c38f5b7e9d01a4c6f8e2b35d7190ac5e64f3b8d2e7c1905ab6f4d3e2", "0.1.0", "finance as Dana Kim",
				Optional.empty(), Optional.empty(),
				posted ? Optional
					.of(new SealHead(9, "1f2d3c4b5a69788796a5b4c3d2e1f00f1e2d3c4b5a69788796a5b4c3d2e1f0aa"))
						: Optional.empty());
	}

	private static List<RunFile> files() {
		return List.of(file("affiliates.csv", "affiliates", "", "posted", 42, 40, 0, 2, ""),
				file("connections-2026-10-31.csv", "connections", "", "posted", 311, 58, 253, 0, ""),
				file("shopify-2026-10-31.csv", "orders", "web", "posted", 4_218, 4_187, 0, 31, ""),
				file("woocommerce-2026-10-31.csv", "orders", "outlet", "posted", 612, 604, 8, 0, ""),
				file("marketplace-2026-10-31.csv", "orders", "market", "posted", 90, 90, 0, 0, ""),
				file("shopify-2026-10-24.csv", "orders", "web", "duplicate", 0, 0, 0, 0,
						"the same bytes as shopify-2026-10-24.csv of run 11"));
	}

	private static RunFile file(String name, String kind, String store, String state, long records, long accepted,
			long unchanged, long rejected, String detail) {
		return new RunFile(name, kind, Optional.of(store).filter((code) -> !code.isEmpty()), state,
				"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08", records, accepted, unchanged,
				rejected, 0, Optional.of(detail).filter((text) -> !text.isEmpty()), 12);
	}

	private static List<ControlTotal> controlTotals(String difference) {
		List<ControlTotal> totals = new ArrayList<>();
		files().forEach((file) -> totals.add(new ControlTotal(1, file.name(), new BigDecimal(file.records()),
				new BigDecimal(file.records()), "records")));
		totals.add(total(2, "USD", "2114", "2114", "orders"));
		totals.add(total(2, "USD", "184210.55", "184210.55", "order totals"));
		totals.add(total(2, "EUR", "96", "96", "orders"));
		totals.add(total(2, "EUR", "7420.10", "7420.10", "order totals"));
		totals.add(new ControlTotal(3, "ann@partners.example", new BigDecimal("4210.75"),
				new BigDecimal("4210.75").add(new BigDecimal(difference)), "USD"));
		totals.add(total(3, "bob@partners.example", "1980.00", "1980.00", "USD"));
		totals.add(total(4, "entries", "641", "641", "with a file and a line within it"));
		totals.add(total(4, "decisions", "2210", "2210", "with a file and a line within it"));
		totals.add(total(4, "accepted orders", "2210", "2210", "with one decision"));
		return totals;
	}

	private static ControlTotal total(int equation, String subject, String expected, String found, String detail) {
		return new ControlTotal(equation, subject, new BigDecimal(expected), new BigDecimal(found), detail);
	}

	private static List<DecisionTotal> decisions() {
		return List.of(decision(Reason.MISSING_EMAIL, 14, 61_200, 0, 0, USD),
				decision(Reason.ORDER_REFUNDED, 61, 512_000, 0, 0, USD),
				decision(Reason.ORDER_CANCELLED, 22, 190_400, 0, 0, USD),
				decision(Reason.ORDER_NOT_PAID, 40, 333_000, 0, 0, USD),
				decision(Reason.CONNECTION_EXPIRED, 77, 700_100, 0, 0, USD),
				decision(Reason.ORDER_LIMIT_REACHED, 31, 266_000, 0, 0, USD),
				decision(Reason.AFFILIATE_INACTIVE, 18, 140_000, 0, 0, USD),
				decision(Reason.NO_CONNECTION, 1_190, 10_402_255, 0, 0, USD),
				decision(Reason.SELF_PURCHASE, 6, 41_100, 0, 0, USD),
				decision(Reason.ZERO_COMMISSION, 9, 12_000, 0, 0, USD),
				decision(Reason.BEFORE_LEDGER, 112, 988_000, 801_000, 80_100, USD),
				decision(Reason.CREDITED, 534, 4_775_000, 4_123_456, 512_345, USD),
				decision(Reason.CREDITED, 96, 742_010, 640_000, 64_000, EUR));
	}

	private static DecisionTotal decision(Reason reason, long orders, long total, long base, long commission,
			Currency currency) {
		return new DecisionTotal(reason, orders, Total.of(total, currency), Total.of(base, currency),
				Total.of(commission, currency));
	}

	private static List<PostedTotal> postedByType() {
		return List.of(new PostedTotal(EntryType.ACCRUAL, 96, Total.of(64_000, EUR)),
				new PostedTotal(EntryType.ACCRUAL, 534, Total.of(512_345, USD)),
				new PostedTotal(EntryType.ADJUSTMENT, 7, Total.of(-2_310, USD)),
				new PostedTotal(EntryType.REVERSAL, 4, Total.of(-1_866, USD)));
	}

	private static List<AffiliateTotal> postedByAffiliate() {
		return List.of(affiliate("ann@partners.example", "Ann Field", 290, 264_000, -1_000, 0, USD),
				affiliate("bob@partners.example", "Bob's Bikes", 130, 140_000, -1_310, 0, USD),
				affiliate("studio.kita@partners.example", "Studio Kita", 114, 108_345, 0, 0, USD),
				affiliate("cliff@partners.example", "Cliff Edge", 4, 0, 0, -1_866, USD),
				affiliate("ann@partners.example", "Ann Field", 96, 64_000, 0, 0, EUR));
	}

	private static AffiliateTotal affiliate(String address, String name, long entries, long accrued, long adjusted,
			long reversed, Currency currency) {
		return new AffiliateTotal(address, name, entries, Total.of(accrued, currency), Total.of(adjusted, currency),
				Total.of(reversed, currency), Total.of(accrued + adjusted + reversed, currency));
	}

	private static List<ExceptionGroup> exceptions() {
		return List.of(
				new ExceptionGroup(Source.REJECT, "BAD_AMOUNT", 3, List.of(
						line("shopify-2026-10-31.csv", 118, "", "5512",
								"column 'Total': '12.345' has 3 decimals, but USD has 2"),
						line("shopify-2026-10-31.csv", 640, "", "5689", "column 'Subtotal': '-4.00' is negative"),
						line("shopify-2026-10-31.csv", 702, "", "5703", "column 'Total': 'n/a' is no amount"))),
				new ExceptionGroup(Source.REJECT, "MISSING_FIELD", 30, IntStream.rangeClosed(1, 30)
					.mapToObj((line) -> line("affiliates.csv", line + 1, "", "", "column 'affiliate_email' is blank"))
					.toList()),
				new ExceptionGroup(Source.NOTICE, "TOTALS_MISMATCH", 3_412,
						IntStream.rangeClosed(1, 200)
							.mapToObj((line) -> line("marketplace-2026-10-31.csv", line, "", "M-" + line,
									"subtotal 40.00 + shipping 5.00 + tax 3.20 = 48.20, but the total is 48.00"))
							.toList()),
				new ExceptionGroup(Source.NOTICE, "ADDRESS_WITHDRAWN", 1,
						List.of(line("shopify-2026-10-31.csv", 77, "", "5001",
								"the address of shopify-2026-10-24.csv:12 was kept"))),
				new ExceptionGroup(Source.REQUEST, "CONFLICT_EXISTING", 2,
						List.of(line("connections-2026-10-31.csv", 14, "kim@mail.example", "bob@partners.example",
								"connected to ann@partners.example"),
								line("connections-2026-10-31.csv", 21, "lee@mail.example", "bob@partners.example",
										"connected to studio.kita@partners.example"))),
				new ExceptionGroup(Source.REQUEST, "REPEATED", 253,
						IntStream.rangeClosed(1, 200)
							.mapToObj((line) -> line("connections-2026-10-31.csv", 50 + line,
									"c" + line + "@mail.example", "ann@partners.example", ""))
							.toList()));
	}

	private static ExceptionLine line(String file, long line, String customer, String subject, String detail) {
		return new ExceptionLine(place(file, line), customer, subject, detail);
	}

	private static Place place(String file, long line) {
		return new Place(file, OptionalLong.of(line));
	}

}
