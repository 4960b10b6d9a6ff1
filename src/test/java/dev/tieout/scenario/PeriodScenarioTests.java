package dev.tieout.scenario;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

import dev.tieout.audit.Between;
import dev.tieout.audit.Export;
import dev.tieout.audit.ExportScope;
import dev.tieout.audit.PeriodLine;
import dev.tieout.audit.PeriodState;
import dev.tieout.operations.ConnectionOperations;
import dev.tieout.operations.RefusedException;
import dev.tieout.operations.RunResult;
import dev.tieout.operations.RunState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** When months can be closed and reopened, and where entries go then (rules.md 6). */
class PeriodScenarioTests {

	private static final LocalDate DATE = LocalDate.of(2025, 6, 1);

	@TempDir
	Path folder = Path.of("");

	private final Installation tieout = Installation.fresh();

	private final Months months = new Months(this.tieout);

	private Site site = new Site(Path.of(""));

	@BeforeEach
	void connectKim() throws Exception {
		this.site = Site.usual(this.folder)
			.connections("connections-1.csv", "ann@partners.example,kim@x.example,2010-01-01,");
	}

	@AfterEach
	void close() {
		this.tieout.close();
	}

	@ParameterizedTest
	@CsvSource({ "America/New_York,2025-03,2025-04-01T03:59:59Z,2025-04-01T04:00:00Z",
			"America/New_York,2025-11,2025-12-01T04:59:59Z,2025-12-01T05:00:00Z",
			"America/New_York,2025-10,2025-11-01T03:59:59.999999999Z,2025-11-01T04:00:00Z",
			"America/Asuncion,2017-09,2017-10-01T03:59:59Z,2017-10-01T04:00:00Z",
			"Pacific/Apia,2011-12,2011-12-31T09:59:59Z,2011-12-31T10:00:00Z" })
	void aMonthEndsWithItsLastSecondInTheProgramsZone(String zone, String month, Instant last, Instant over)
			throws Exception {
		this.site.program(Site.PROGRAM.replace("zone: UTC", "zone: " + zone).replace("2024-01-01", "2010-01-01"));
		run("orders-web-1.csv", "1,%s,kim@x.example,USD,10.00,10.00,paid".formatted(last.minusSeconds(3600)),
				"2,%s,kim@x.example,USD,10.00,10.00,paid".formatted(last),
				"3,%s,kim@x.example,USD,10.00,10.00,paid".formatted(over));
		assertThat(this.months.postings()).containsExactly("1 " + month + " 100", "2 " + month + " 100",
				"3 " + YearMonth.parse(month).plusMonths(1) + " 100");
		assertRefused(() -> this.months.closeAt(month, last), month + " is not closed:\n  ",
				month + " is not over: it ends at " + over + " (midnight in " + zone + "), and now it is " + last);
		assertThat(this.months.closeAt(month, over)).startsWith("Operation ")
			.contains(month + " is closed, by closing 1.");
		assertThat(this.months.closing(month).orElseThrow().closing().entries()).isEqualTo(2);
	}

	@Test
	void nothingCanBeClosedBeforeAnythingIsPosted() throws Exception {
		assertRefused(() -> this.months.close("2025-01"), "This database holds no program yet.");
		run("orders-web-1.csv", order("1", "2025-01-15", "dot"));
		assertRefused(() -> this.months.close("2025-01"), "Nothing has been posted yet, so there is nothing to close.");
		assertRefused(() -> this.months.reopen("2025-01", "why"), "No month is closed.");
	}

	@Test
	void monthsAreClosedInOrderFromTheFirstOneWithEntries() throws Exception {
		run("orders-web-1.csv", order("1", "2025-01-15", "kim"), order("2", "2025-03-15", "kim"));
		assertRefused(() -> this.months.close("2025-02"),
				"2025-01 before it is open. Months are closed in order: tieout period close 2025-01");
		assertRefused(() -> this.months.close("2024-12"), "It is closed already; the earliest open month is 2025-01.");
		this.months.close("2025-01");
		assertRefused(() -> this.months.close("2025-01"), "It is closed already; the earliest open month is 2025-02.");
		assertRefused(() -> this.months.close("2025-03"), "2025-02 before it is open.");
		this.months.close("2025-02");
		assertThat(this.months.closing("2025-02").orElseThrow().closing().entries()).isZero();
		assertThat(this.months.closing("2025-02").orElseThrow().balances().balances()).singleElement()
			.satisfies((balance) -> assertThat(balance.opening()).hasToString("1.00 USD"));
		this.months.close("2025-03");
	}

	@Test
	void aDueCustomerHoldsTheClosingUp() throws Exception {
		run("orders-web-1.csv", order("1", "2025-01-15", "kim"));
		new ConnectionOperations(this.tieout.database().dataSource(), Clock.systemUTC()).connect("ann@partners.example",
				"dot@x.example", "", Optional.of("2025-05-01"), "asked", Installation.TESTER);
		assertRefused(() -> this.months.close("2025-01"),
				"1 customer is due to be judged, so entries may still come. Let a run post them: tieout run world");
		this.tieout.run(this.site.job(), DATE);
		this.months.close("2025-01");
	}

	@Test
	void allThatHoldsTheClosingUpIsToldAtOnce() throws Exception {
		run("orders-web-1.csv", order("1", "2025-01-15", "kim"));
		this.site.orders("orders-web-2.csv", order("2", "2025-01-16", "kim"));
		try (Roadblock roadblock = Roadblock.beforeInsert(this.tieout, "ledger_proposal", "true");
				Aside<RunResult> run = Aside.start(() -> this.tieout.run(this.site.job(), DATE))) {
			roadblock.awaitRun();
			assertRefused(() -> this.months.closeAt("2025-02", Instant.parse("2025-02-10T00:00:00Z")),
					"2025-02 is not closed:\n", "\n  2025-01 before it is open.", "\n  2025-02 is not over: ",
					"\n  A run is at work: run 2 of job 'world', started by tester",
					"\n  1 customer is due to be judged");
			assertRefused(() -> this.months.reopen("2025-02", "why"), "No month is closed.", "A run is at work: run 2");
			roadblock.letGo();
			run.end();
		}
		assertThat(this.tieout.jdbc().sql("select count(*) from closing").query(Long.class).single()).isZero();
		assertThat(this.tieout.jdbc()
			.sql("select count(*) from operation where verb like 'period%'")
			.query(Long.class)
			.single()).isZero();
		this.months.close("2025-01");
	}

	@Test
	void whatComesForClosedMonthsGoesToTheEarliestOpenOne() throws Exception {
		run("orders-web-1.csv", order("1", "2025-01-15", "kim"), order("2", "2025-02-15", "kim"));
		this.months.close("2025-01");
		run("orders-web-2.csv", order("3", "2025-01-16", "kim"), order("4", "2025-02-16", "kim"),
				order("5", "2025-04-01", "kim"));
		this.months.close("2025-02");
		this.months.close("2025-03");
		run("orders-web-3.csv", order("6", "2025-01-17", "kim"), order("7", "2025-03-17", "kim"),
				order("8", "2024-11-17", "kim"), order("9", "2025-05-17", "kim"));
		assertThat(this.months.postings()).containsExactly("1 2025-01 100", "2 2025-02 100", "3 2025-02 100",
				"4 2025-02 100", "5 2025-04 100", "8 2025-04 100", "6 2025-04 100", "7 2025-04 100", "9 2025-05 100");
		assertThat(this.tieout.export(Export.LEDGER, new ExportScope.WholeStore())).contains(",6,2025-01-17T00:00:00Z,",
				",2025-04,");
	}

	@Test
	void aReopenedMonthTakesEntriesAgainAndItsNextClosingListsThem() throws Exception {
		run("orders-web-1.csv", order("1", "2025-01-15", "kim"), order("2", "2025-02-15", "kim"));
		this.months.close("2025-01");
		this.months.close("2025-02");
		assertRefused(() -> this.months.reopen("2025-01", "refunds"),
				"Only the last closed month can be reopened, which is 2025-02. Reopen it first, then the months before it, one by one.");
		assertRefused(() -> this.months.reopen("2025-03", "refunds"),
				"Only the last closed month can be reopened, which is 2025-02.");
		assertThat(this.months.reopen("2025-02", "refunds were missing"))
			.contains("2025-02 is open again; closing 2 stays on record.");
		run("orders-web-2.csv", order("3", "2025-01-16", "kim"), order("2", "2025-02-15", "kim", "4.00"),
				order("4", "2025-03-01", "kim"));
		assertThat(this.months.postings()).endsWith("3 2025-02 100", "2 2025-02 -60", "4 2025-03 100");
		this.months.close("2025-02");
		Between between = this.months.closing("2025-02").orElseThrow().between().orElseThrow();
		assertThat(between.former().number()).isEqualTo(2);
		assertThat(between.former().reopened().orElseThrow().reason()).isEqualTo("refunds were missing");
		assertThat(between.entries()).isEqualTo(2);
		assertThat(between.net()).singleElement().hasToString("0.40 USD");
		assertThat(between.first())
			.extracting((entry) -> entry.order() + " " + entry.orderedOn() + " " + entry.amount())
			.containsExactly("web/3 2025-01-16 1.00 USD", "web/2 2025-02-15 -0.60 USD");
		PeriodLine line = this.months.list().list().lines().get(1);
		assertThat(line.state()).isEqualTo(PeriodState.CLOSED);
		assertThat(line.closings()).extracting((closing) -> closing.number() + " " + closing.entries())
			.containsExactly("3 3", "2 1");
	}

	@Test
	void whatLiesBeforeTheFirstClosingStaysClosedWhenItIsReopened() throws Exception {
		run("orders-web-1.csv", order("1", "2025-01-15", "kim"));
		this.months.close("2025-01");
		this.months.reopen("2025-01", "too early");
		run("orders-web-2.csv", order("2", "2024-12-15", "kim"));
		assertThat(this.months.postings()).containsExactly("1 2025-01 100", "2 2025-01 100");
		assertThat(this.months.list().list().lines().get(0).state()).isEqualTo(PeriodState.REOPENED);
		assertRefused(() -> this.months.close("2024-12"), "It is closed already");
		this.months.close("2025-01");
	}

	@ParameterizedTest
	@ValueSource(strings = { "update closing set last_entry = 0", "delete from closing", "truncate closing cascade",
			"update closing_balance set opening = opening + 1, closing = closing + 1", "delete from closing_balance",
			"truncate closing_balance", "update reopening set reopened_at = now()", "delete from reopening",
			"truncate reopening", "update operation set reason = 'another'", "delete from operation",
			"truncate operation cascade" })
	void whatIsOnRecordIsNeverChanged(String statement) throws Exception {
		run("orders-web-1.csv", order("1", "2025-01-15", "kim"));
		this.months.close("2025-01");
		this.months.reopen("2025-01", "why");
		assertThatException().isThrownBy(() -> this.tieout.jdbc().sql(statement).update())
			.withStackTraceContaining("permission denied");
		assertThatException().isThrownBy(() -> this.tieout.ownerJdbc().sql(statement).update())
			.withStackTraceContaining("are only ever added");
	}

	private void run(String file, String... orders) throws Exception {
		this.site.orders(file, orders);
		assertThat(this.tieout.run(this.site.job(), DATE).state()).isEqualTo(RunState.COMPLETED);
	}

	private static String order(String id, String day, String customer) {
		return order(id, day, customer, "10.00");
	}

	private static String order(String id, String day, String customer, String total) {
		return "%s,%sT00:00:00Z,%s@x.example,USD,%4$s,%4$s,paid".formatted(id, day, customer, total);
	}

	private static void assertRefused(Runnable command, String... parts) {
		assertThatExceptionOfType(RefusedException.class).isThrownBy(command::run)
			.satisfies((refused) -> assertThat(refused.getMessage()).contains(parts));
	}

}
