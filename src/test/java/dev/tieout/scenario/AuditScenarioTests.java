package dev.tieout.scenario;

import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;

import dev.tieout.database.TestDatabase;
import dev.tieout.operations.RunResult;
import dev.tieout.operations.RunState;
import dev.tieout.recount.Check;
import dev.tieout.recount.CheckResult;
import dev.tieout.recount.Difference;
import dev.tieout.recount.Recount;
import dev.tieout.recount.RecountWatch;
import dev.tieout.recount.jdbc.Recounting;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What is stored otherwise than the rules have it is found and named by the audit, check
 * by check: the sample data after both nights, with a month closed, reopened and closed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AuditScenarioTests {

	private static final Instant NOW = Instant.parse("2026-12-01T00:00:00Z");

	private TestDatabase untouched = TestDatabase.fresh();

	private TestDatabase database = this.untouched;

	@BeforeAll
	void bothNights(@TempDir Path folder) throws Exception {
		Path job = SampleDataScenarioTests.copy(folder);
		try (Installation tieout = Installation.fresh()) {
			night(tieout, job, LocalDate.of(2026, 10, 31));
			Months months = new Months(tieout);
			months.closeAt("2026-02", NOW);
			months.closeAt("2026-03", NOW);
			months.reopen("2026-03", "late refunds");
			SampleDataScenarioTests.addNextNight(folder);
			night(tieout, job, LocalDate.of(2026, 11, 1));
			months.closeAt("2026-03", NOW);
			this.untouched = tieout.database();
		}
	}

	private static void night(Installation tieout, Path job, LocalDate date) {
		RunResult result = tieout.run(job, date);
		assertThat(result.error()).isEmpty();
	}

	@BeforeEach
	void copy() {
		this.database = this.untouched.copy();
	}

	@AfterEach
	void drop() {
		this.database.close();
	}

	@Test
	void everyCheckHoldsAndHasSomethingToCompare() {
		Recount recount = recount();
		assertThat(recount.checks()).extracting(CheckResult::check).containsExactly(Check.values());
		assertThat(recount.checks()).allSatisfy((result) -> {
			assertThat(result.differences()).as(result.check().word()).isEmpty();
			assertThat(result.differing()).isZero();
			assertThat(result.compared()).as(result.check().word()).isPositive();
		});
		assertThat(recount.holds()).isTrue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					NETS        | update ledger_entry set amount = amount + 1 where entry_no = 3 | eu/20478, eu-columns-2026-10-31.csv:15, kavya@partners.example in EUR: expected 780, found 781
					NETS        | delete from ledger_entry where entry_no = 1 | expected 750, found 0
					HISTORY     | update ledger_entry set amount = amount + case when corrects is null then 1 else -1 end where order_no = (select min(order_no) from ledger_entry where type = 1) | after run 1
					ENTRIES     | update ledger_entry set type = 2 where entry_no = 3 | entry 3: expected ACCRUAL, found REVERSAL
					ENTRIES     | update ledger_entry set corrects = 3 where corrects is not null | ADJUSTMENT of entry 3
					DECISIONS   | delete from decision where order_no = (select min(order_no) from decision where reason = 14) | its decision: expected one on line
					DECISIONS   | update decision set order_total = order_total + 1 where order_no = (select min(order_no) from decision where reason = 14) | total
					DECISIONS   | insert into decision select * from decision where order_no = (select min(order_no) from decision where reason = 14) | found 2 of them
					VERSIONS    | update decision set rules_no = (select rules_no from rules where effective_from = '2026-01-01') where rules_no = (select rules_no from rules where effective_from = '2026-09-01') | expected of 2026-09-01, as accepted, found of 2026-01-01, as accepted
					VERSIONS    | update rules set content = replace(content, '12%', '22%') | otherwise than accepted
					STATUSES    | update decision set reason = 14 where reason = 4 | its reason: expected ORDER_CANCELLED, found one of a paid order
					STATUSES    | update decision set reason = 3 where reason = 14 | found ORDER_REFUNDED
					AMOUNTS     | update decision set base = base + 1 where reason = 21 | its base and commission: expected
					AMOUNTS     | update decision set commission = commission + 1 where reason = 21 and rates = '5.00 USD'; update ledger_entry e set amount = amount + 1 from decision d where d.order_no = e.order_no and d.rates = '5.00 USD' | and 500, found
					REFERRERS   | update affiliate_row set status = 'blocked' where affiliate_no = 1 | expected active, and named, found blocked
					REFERRERS   | update affiliate_row set coupon = '' | found active, but not named
					REFERRERS   | update connection set started_at = started_at + interval '1 microsecond' | found active, but not named
					LIMITS      | update decision set order_of_limit = order_of_limit + 1 where source = 0 and reason = 21 | its place in the limits: expected order 1 of
					LIMITS      | update decision set expires_at = expires_at + interval '1 day' where source = 0 and reason = 21 | to 20
					LIMITS      | update affiliate_row set group_name = 'creators' | expected order 1 of 3
					CONNECTIONS | update connection set orders_credited = orders_credited + 1 | expected 0 orders, over before the next, found 1 orders
					CONNECTIONS | update connection set ended_at = started_at - interval '1 second' where ended_at is not null | over before it starts
					HOLDS       | update ledger_entry set payable_on = payable_on - 1 where entry_no = 3 | entry 3, payable: expected 2026-03-10, found 2026-03-09
					PERIODS     | update ledger_entry set period = '2026-03-01' where entry_no = 3 | entry 3, period: expected 2026-02, found 2026-03
					PERIODS     | update closing set last_entry = 0 | expected 2026-04, found 2026-02
					EVIDENCE    | update ledger_entry set line = 99999 where entry_no = 3 | no line of the file
					EVIDENCE    | update ledger_entry set line = line + 1 where entry_no = 3 | no revision of the order on that line
					EVIDENCE    | update ledger_entry set file_no = 99 where entry_no = 3 | no file that counts
					EVIDENCE    | update run set posted_at = null where run_no = 2 | a run that has not posted
					EVIDENCE    | update ledger_entry set ordered_at = ordered_at + interval '1 hour' where entry_no = 3 | placed
					FILES       | delete from reject where reason = 'MISSING_FIELD' | records: expected
					FILES       | delete from connection_request where line = 5 | connections
					RUNS        | update ledger_entry set amount = amount + 1 where entry_no = 3 | run 1, kavya@partners.example in EUR: expected
					RUNS        | update control_total set found = found + 1 where run_no = 2 and equation = 1 | not closed
					""")
	void whatIsOtherwiseIsNamedByItsCheck(Check check, String tampering, String named) {
		this.database.asAdministrator(tampering);
		Recount recount = recount();
		assertThat(recount.holds()).isFalse();
		CheckResult result = recount.checks().get(check.ordinal());
		assertThat(result.differing()).isPositive();
		assertThat(result.differences()).isNotEmpty()
			.hasSizeLessThanOrEqualTo(10)
			.extracting(Difference::sentence)
			.anySatisfy((sentence) -> assertThat(sentence).contains(named));
	}

	/** A customer who is due has an answer to come, which need not be what is stored. */
	@Test
	void ordersOfDueCustomersAreLeftOutAndCounted() {
		String ofOneOrder = "where order_no = (select order_no from ledger_entry where entry_no = 3)";
		this.database.asAdministrator("update decision set commission = commission + 1 " + ofOneOrder,
				"insert into due_customer (customer_no, cause) select customer_no, 0 from decision " + ofOneOrder);
		assertThat(recount().due()).isEqualTo(1);
		assertThat(result(Check.NETS).differing()).isZero();
		this.database.asAdministrator("delete from due_customer");
		assertThat(result(Check.NETS).differing()).isEqualTo(1);
	}

	/** Until a run has posted everyone is due. */
	@Test
	void whatAFirstRunHasReadBeforeItFailedIsNoDifference(@TempDir Path folder) throws Exception {
		Site site = Site.usual(folder)
			.job(Set.of("web"), "")
			.manyConnections("connections-1.csv", 1, 5)
			.manyOrders("orders-web-1.csv", 1, 5)
			.file("orders-web-2.csv", "order_id\n\"not closed");
		try (Installation tieout = Installation.fresh()) {
			assertThat(tieout.run(site.job(), LocalDate.of(2025, 3, 1)).state()).isEqualTo(RunState.FAILED);
			Recount recount = new Recounting(tieout.database().dataSource()).recount(RecountWatch.BLIND);
			assertThat(recount.checks()).flatExtracting(CheckResult::differences).isEmpty();
			assertThat(recount.due()).isEqualTo(5);
		}
	}

	private CheckResult result(Check check) {
		return recount().checks().get(check.ordinal());
	}

	private Recount recount() {
		return new Recounting(this.database.dataSource()).recount(RecountWatch.BLIND);
	}

}
