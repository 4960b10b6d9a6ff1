package dev.tieout.scenario;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

import dev.tieout.audit.Balance;
import dev.tieout.audit.Export;
import dev.tieout.audit.ExportScope;
import dev.tieout.audit.JournalSink;
import dev.tieout.audit.StatementExcerpt;
import dev.tieout.audit.StatementText;
import dev.tieout.audit.file.JournalCsv;
import dev.tieout.audit.file.JournalHledger;
import dev.tieout.audit.file.StatementFiles;
import dev.tieout.audit.jdbc.Balances;
import dev.tieout.audit.jdbc.Journals;
import dev.tieout.audit.jdbc.Statements;
import dev.tieout.identity.EmailAddress;
import dev.tieout.operations.RunResult;
import dev.tieout.operations.RunState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Statements, journal, balances and ledger say the same, and go on saying it. */
class StatementScenarioTests {

	private static final LocalDate DATE = LocalDate.of(2025, 12, 1);

	private static final long SEED = 20_251_127;

	private static final String EVE = "eve:(x);y@partners.example";

	private static final Clock CLOCK = Clock.fixed(Months.LATER.plusSeconds(864_000), ZoneOffset.UTC);

	@TempDir
	Path folder = Path.of("");

	private final Installation tieout = Installation.fresh();

	private final Months months = new Months(this.tieout);

	private Site site = new Site(Path.of(""));

	@BeforeEach
	void connectSome() throws Exception {
		this.site = Site.usual(this.folder)
			.program(Site.PROGRAM.replace("rate: 10%", "rate: 10%, hold-days: 20"))
			.file("affiliates-1.csv", """
					affiliate_email,name
					ann@partners.example,"=HYPERLINK(""http://x"")"
					bob@partners.example,<script>alert(1)</script>
					%s,"; comment  1 USD"
					idle@partners.example,Idle
					""".formatted(EVE))
			.connections("connections-1.csv", "ann@partners.example,kim0@x.example,2024-01-01,",
					"ann@partners.example,kim1@x.example,2024-01-01,",
					"bob@partners.example,kim2@x.example,2024-01-01,", EVE + ",kim3@x.example,2025-03-10,");
	}

	@AfterEach
	void close() {
		this.tieout.close();
	}

	@Test
	void statementsJournalBalancesAndLedgerAgreeToTheCentOverRandomNights() throws Exception {
		Random random = new Random(SEED);
		YearMonth next = YearMonth.of(2025, 1);
		run(0, order(0, "2025-01-02", "USD", 1000));
		for (int night = 1; night <= 8; night++) {
			List<String> rows = new ArrayList<>();
			for (int i = 2 + random.nextInt(12); i >= 0; i--) {
				String day = "2025-%02d-%02d".formatted(1 + random.nextInt(5), 1 + random.nextInt(28));
				rows.add(order(100 * night + i, day, (random.nextInt(4) == 0) ? "JPY" : "USD",
						100 * random.nextInt(200)));
			}
			run(night, rows.toArray(String[]::new));
			if (night % 2 == 0) {
				boolean reopens = next.isAfter(YearMonth.of(2025, 1)) && random.nextInt(3) == 0;
				next = reopens ? next.minusMonths(1) : next;
				if (reopens) {
					this.months.reopen(next.toString(), "night " + night);
				}
				else {
					this.months.close(next.toString());
					next = next.plusMonths(1);
				}
			}
		}
		List<Path> journals = new ArrayList<>();
		Map<String, BigDecimal> all = new TreeMap<>();
		for (int number = 1; number <= 8; number++) {
			YearMonth month = YearMonth.of(2025, number);
			Map<String, BigDecimal> moved = new TreeMap<>();
			List<Balance> balances = new Balances(this.tieout.database().dataSource(), CLOCK)
				.of(Optional.empty(), Optional.of(month), Optional.empty())
				.balances();
			balances.forEach((balance) -> {
				BigDecimal movement = new BigDecimal(balance.closing().toPlainString())
					.subtract(new BigDecimal(balance.opening().toPlainString()));
				if (movement.signum() != 0) {
					moved.put(pair(balance), movement);
				}
			});
			assertThat(ledger(month)).as("ledger of %s, seed %d", month, SEED).isEqualTo(moved);
			assertThat(journal(month)).as("journal of %s, seed %d", month, SEED).isEqualTo(moved);
			assertStatements(month, balances);
			moved.forEach((pair, amount) -> all.merge(pair, amount, BigDecimal::add));
			Path journal = this.folder.resolve("journal-" + month + ".txt");
			Files.writeString(journal, journal(month, true));
			journals.add(journal);
		}
		all.values().removeIf((amount) -> amount.signum() == 0);
		assertThat(all).hasSizeGreaterThan(4);
		Assumptions.assumeTrue(Hledger.isInstalled(), "hledger is not installed: its part of this test is skipped");
		Hledger.of(journals, "check", "--strict");
		assertThat(hledgerBalances(journals)).as("hledger's balances, seed %d", SEED).isEqualTo(all);
	}

	/** Each CSV adds up by itself, and to its balance. */
	private void assertStatements(YearMonth month, List<Balance> balances) throws Exception {
		Map<String, List<String[]>> rows = new TreeMap<>();
		for (Map.Entry<String, byte[]> file : files(month, Optional.empty()).entrySet()) {
			String text = new String(file.getValue(), StandardCharsets.UTF_8);
			assertThat(text).doesNotContain("@x.example");
			if (file.getKey().endsWith(".html")) {
				assertThat(text).doesNotContain("<script>");
			}
			else {
				text.lines().skip(1).forEach((line) -> {
					String[] cells = line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1);
					assertThat(cells).hasSize(19);
					assertThat(cells[1]).as("a name that is a formula").doesNotStartWith("=").doesNotStartWith("\"=");
					rows.computeIfAbsent(cells[0] + ' ' + cells[6], (pair) -> new ArrayList<>()).add(cells);
				});
			}
		}
		assertThat(rows.keySet()).isEqualTo(new java.util.TreeSet<>(balances.stream().map((b) -> pair(b)).toList()));
		for (Balance balance : balances) {
			List<String[]> ofOne = rows.getOrDefault(pair(balance), List.of());
			BigDecimal opening = sum(ofOne, "opening");
			assertThat(opening).isEqualByComparingTo(balance.opening().toPlainString());
			assertThat(opening.add(sum(ofOne, "entry"))).isEqualByComparingTo(balance.closing().toPlainString());
			assertThat(sum(ofOne, "closing")).isEqualByComparingTo(balance.closing().toPlainString());
			assertThat(sum(ofOne, "released")).isEqualByComparingTo(balance.released().toPlainString());
			assertThat(sum(ofOne, "released").add(sum(ofOne, "on-hold")))
				.isEqualByComparingTo(balance.closing().toPlainString());
		}
	}

	private static BigDecimal sum(List<String[]> rows, String kind) {
		return rows.stream()
			.filter((cells) -> cells[5].equals(kind))
			.map((cells) -> new BigDecimal(cells[7]))
			.reduce(BigDecimal.ZERO, BigDecimal::add);
	}

	private static String pair(Balance balance) {
		return balance.affiliate() + ' ' + balance.closing().currency().getCurrencyCode();
	}

	private Map<String, BigDecimal> ledger(YearMonth month) {
		Map<String, BigDecimal> sums = new TreeMap<>();
		this.tieout.jdbc().sql("""
				select a.address || ' ' || e.currency, sum(e.amount), e.currency
				from ledger_entry e join affiliate a using (affiliate_no) where e.period = ?
				group by a.address, e.currency having sum(e.amount) <> 0
				""").param(month.atDay(1)).query((row) -> {
			sums.put(row.getString(1),
					row.getBigDecimal(2)
						.movePointLeft(row.getString(3).equals("JPY") ? 0 : 2)
						.setScale(row.getString(3).equals("JPY") ? 0 : 2));
		});
		return sums;
	}

	/** What is payable more, from the CSV, whose debits must equal its credits. */
	private Map<String, BigDecimal> journal(YearMonth month) throws Exception {
		Map<String, BigDecimal> payable = new TreeMap<>();
		Map<String, BigDecimal> difference = new TreeMap<>();
		journal(month, false).lines().skip(1).forEach((line) -> {
			String[] cells = line.split(",", -1);
			assertThat(cells).hasSize(13);
			assertThat(cells[0]).startsWith(month.toString());
			assertThat(cells[0])
				.isEqualTo(cells[11].startsWith(month.toString()) ? cells[11] : month.atDay(1).toString());
			BigDecimal debit = cells[5].isEmpty() ? BigDecimal.ZERO : new BigDecimal(cells[5]);
			BigDecimal credit = cells[6].isEmpty() ? BigDecimal.ZERO : new BigDecimal(cells[6]);
			assertThat(cells[5].isEmpty()).isNotEqualTo(cells[6].isEmpty());
			assertThat(debit.signum() + credit.signum()).isEqualTo(1);
			difference.merge(cells[1] + cells[4], debit.subtract(credit), BigDecimal::add);
			if (cells[2].equals("Affiliate payable")) {
				payable.merge(cells[3] + ' ' + cells[4], credit.subtract(debit), BigDecimal::add);
			}
		});
		assertThat(difference.values()).allSatisfy((left) -> assertThat(left).isZero());
		payable.values().removeIf((amount) -> amount.signum() == 0);
		return payable;
	}

	private String journal(YearMonth month, boolean hledger) throws Exception {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		JournalSink sink = hledger ? new JournalHledger(out) : new JournalCsv(out);
		new Journals(this.tieout.database().dataSource(), CLOCK).read(month, Optional.empty(), sink);
		return out.toString(StandardCharsets.UTF_8);
	}

	private static Map<String, BigDecimal> hledgerBalances(List<Path> journals) throws Exception {
		Map<String, BigDecimal> balances = new TreeMap<>();
		String csv = Hledger.of(journals, "balance", "liabilities:affiliates", "--flat", "--no-total", "--layout=bare",
				"-O", "csv");
		csv.lines().skip(1).forEach((line) -> {
			String[] cells = line.replace("\"", "").split(",");
			String affiliate = cells[0].substring("liabilities:affiliates:".length())
				.replace("%3A", ":")
				.replace("%28", "(")
				.replace("%29", ")")
				.replace("%3B", ";");
			BigDecimal amount = new BigDecimal(cells[2]).negate();
			if (amount.signum() != 0) {
				balances.put(affiliate + ' ' + cells[1], amount.setScale(cells[1].equals("JPY") ? 0 : 2));
			}
		});
		return balances;
	}

	@Test
	void aClosedMonthsStatementNeverChangesAndANewClosingHasItsOwn() throws Exception {
		run(1, order(1, "2025-01-15", "USD", 10_000), order(2, "2025-01-20", "USD", 5000));
		this.months.close("2025-01");
		Map<String, byte[]> first = files(YearMonth.of(2025, 1), Optional.empty());
		assertThat(first).hasSize(4);
		this.site.file("affiliates-2.csv", "affiliate_email,name\nann@partners.example,Other\n");
		run(2, order(1, "2025-01-15", "USD", 9000), order(5, "2025-01-21", "USD", 700));
		assertSame(files(YearMonth.of(2025, 1), Optional.empty()), first);
		this.months.reopen("2025-01", "refunds were missing");
		assertThat(text("ann@partners.example", "2025-01")).contains("Not closed yet, as of 2026-01-11 00:00 (UTC)",
				"Closing 1 of ", " no longer holds: the month was reopened on ");
		run(3, order(6, "2025-01-22", "USD", 500));
		this.months.close("2025-01");
		assertThat(text("ann@partners.example", "2025-01")).contains("Closing 2: the month was closed on");
		assertThat(files(YearMonth.of(2025, 1), Optional.empty()).keySet()).isEqualTo(first.keySet());
	}

	@Test
	void aPrintAsOfADayIsTheSameThenAndNow() throws Exception {
		run(1, order(1, "2025-01-15", "USD", 10_000), order(2, "2025-02-20", "USD", 5000));
		this.months.close("2025-01");
		backdate("2025-12-20T12:00:00Z");
		LocalDate day = LocalDate.of(2026, 1, 5);
		List<Object> then = prints(day, CLOCK);
		this.site.file("affiliates-2.csv", "affiliate_email,name\nann@partners.example,Other\n");
		run(2, order(1, "2025-01-15", "USD", 9000), order(3, "2025-02-15", "USD", 10_000));
		this.months.closeAt("2025-02", Instant.parse("2026-11-20T00:00:00Z"));
		assertThat(prints(day, Clock.fixed(Instant.parse("2026-11-30T00:00:00Z"), ZoneOffset.UTC))).isEqualTo(then);
		assertThat(prints(LocalDate.of(2026, 12, 31), CLOCK)).isNotEqualTo(then);
		assertThat(text("ann@partners.example", "2025-02")).doesNotContain("As of the end of");
	}

	private List<Object> prints(LocalDate day, Clock clock) throws Exception {
		Balances balances = new Balances(this.tieout.database().dataSource(), clock);
		List<Object> prints = new ArrayList<>();
		prints.add(balances.of(Optional.empty(), Optional.empty(), Optional.of(day)).toString());
		for (String month : List.of("2025-01", "2025-02", "2025-03")) {
			prints.add(balances.of(Optional.empty(), Optional.of(YearMonth.parse(month)), Optional.of(day)).toString());
			files(YearMonth.parse(month), Optional.of(day), clock)
				.forEach((name, bytes) -> prints.add(name + new String(bytes, StandardCharsets.UTF_8)));
		}
		prints.add(this.tieout.export(Export.LEDGER, new ExportScope.AsOf(day)));
		return prints;
	}

	/** As if all that is posted had been posted then. */
	private void backdate(String posted) {
		for (String statement : List.of("alter table closing disable trigger closing_only_grows",
				"update closing set closed_at = '" + posted + "'",
				"alter table closing enable trigger closing_only_grows",
				"alter table ledger_entry disable trigger ledger_entry_only_grows",
				"update ledger_entry set posted_at = '" + posted + "'",
				"update run set posted_at = '" + posted + "' where posted_at is not null",
				"alter table ledger_entry enable trigger ledger_entry_only_grows")) {
			this.tieout.ownerJdbc().sql(statement).update();
		}
	}

	@Test
	void aNegativeBalanceIsCarriedForwardAndSaidSo() throws Exception {
		run(1, order(5, "2025-01-10", "USD", 500));
		this.months.close("2025-01");
		run(2, order(1, "2025-01-15", "USD", 10_000));
		this.months.reopen("2025-01", "an order was cancelled");
		run(3, "1,2025-01-15T12:00:00Z,kim1@x.example,USD,100.00,100.00,cancelled");
		assertThat(text("ann@partners.example", "2025-01")).contains("the order was cancelled", "-10.00",
				"The closing balance is negative: -9.50 USD is carried forward to the next month");
		assertThat(text("ann@partners.example", "2025-02"))
			.contains("The opening balance is negative: -9.50 USD was carried forward from earlier months.", "10.00");
	}

	@Test
	void anAffiliateWithoutEntriesHasAnEmptyStatementAndNobodyHasNone() throws Exception {
		run(1, order(1, "2025-01-15", "USD", 10_000));
		assertThat(text("idle@partners.example", "2025-01")).contains("Nothing was posted to 2025-01.", "USD");
		assertThat(text("ann@partners.example", "2024-12")).contains("Nothing was posted to 2024-12.");
		assertThat(new Statements(this.tieout.database().dataSource(), CLOCK).read(
				new EmailAddress("nobody@partners.example"), YearMonth.of(2025, 1), Optional.empty(),
				new StatementExcerpt.Collector()))
			.isFalse();
	}

	private String text(String affiliate, String month) throws Exception {
		StatementExcerpt.Collector collector = new StatementExcerpt.Collector();
		assertThat(new Statements(this.tieout.database().dataSource(), CLOCK).read(new EmailAddress(affiliate),
				YearMonth.parse(month), Optional.empty(), collector))
			.isTrue();
		return StatementText.table(collector.excerpt(), 0);
	}

	private Map<String, byte[]> files(YearMonth month, Optional<LocalDate> asOf) throws Exception {
		return files(month, asOf, CLOCK);
	}

	private Map<String, byte[]> files(YearMonth month, Optional<LocalDate> asOf, Clock clock) throws Exception {
		Path target = Files.createTempDirectory(this.folder, "statements");
		try (StatementFiles files = StatementFiles.in(target)) {
			new Statements(this.tieout.database().dataSource(), clock).readAll(month, asOf, files);
		}
		Map<String, byte[]> contents = new TreeMap<>();
		try (Stream<Path> written = Files.list(target)) {
			for (Path file : written.toList()) {
				contents.put(file.getFileName().toString(), Files.readAllBytes(file));
			}
		}
		return contents;
	}

	private static void assertSame(Map<String, byte[]> actual, Map<String, byte[]> expected) {
		assertThat(actual.keySet()).isEqualTo(expected.keySet());
		expected.forEach((name, bytes) -> assertThat(actual.get(name)).as(name).isEqualTo(bytes));
	}

	private void run(int night, String... orders) throws Exception {
		this.site.orders("orders-web-%02d.csv".formatted(night), orders);
		RunResult result = this.tieout.run(this.site.job(), DATE);
		assertThat(result.state()).as(String.valueOf(result.error())).isEqualTo(RunState.COMPLETED);
	}

	/** The same few orders come again and again, with other amounts and none. */
	private static String order(int number, String day, String currency, int minor) {
		int id = number % 40;
		return "%d,%sT12:00:00Z,kim%d@x.example,%s,%5$d.00,%5$d.00,paid".formatted(id, day, id % 4, currency,
				minor / 100);
	}

}
