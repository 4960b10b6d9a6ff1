package dev.tieout.scenario;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import dev.tieout.database.TestDatabase;
import dev.tieout.operations.Forgetting;
import dev.tieout.operations.RunState;
import dev.tieout.proof.Finding;
import dev.tieout.proof.Proof;
import dev.tieout.proof.ProofWatch;
import dev.tieout.proof.file.SealsFile;
import dev.tieout.proof.jdbc.Sealing;
import dev.tieout.proof.jdbc.Verification;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/**
 * What an administrator of the database can do to it, past every trigger and right: each
 * is found and named. Four nights, of which the last posts no entry, and a closed month.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class AttackScenarioTests {

	private static final LocalDate DATE = LocalDate.of(2025, 3, 1);

	private Path seals = Path.of("");

	private TestDatabase untouched = TestDatabase.fresh();

	private TestDatabase database = this.untouched;

	@BeforeAll
	void fourNights(@TempDir Path folder) throws Exception {
		Site site = Site.usual(folder)
			.job(java.util.Set.of("web"), "reports: {directory: reports}\n")
			.manyConnections("connections-1.csv", 1, 20)
			.manyOrders("orders-web-1.csv", 1, 10);
		try (Installation tieout = Installation.fresh()) {
			night(tieout, site, 1);
			site.orders("orders-web-2.csv", "3,2025-02-01T00:00:00Z,kim3@x.example,USD,10.00,10.00,refunded",
					"11,2025-02-02T00:00:00Z,kim11@x.example,USD,30.00,30.00,paid",
					"12,2025-01-02T00:00:00Z,kim12@x.example,USD,50.00,50.00,paid");
			night(tieout, site, 2);
			closeJanuary(tieout);
			site.orders("orders-web-3.csv", "13,2025-02-03T00:00:00Z,kim13@x.example,EUR,40.00,40.00,paid",
					"4,2025-02-01T00:00:00Z,kim4@x.example,USD,20.00,20.00,paid");
			night(tieout, site, 3);
			night(tieout, site, 4);
			this.untouched = tieout.database();
		}
		this.seals = folder.resolve("reports").resolve(SealsFile.NAME);
	}

	private static void night(Installation tieout, Site site, int number) {
		assertThat(tieout.run(site.job(), DATE.plusDays(number)).state()).isEqualTo(RunState.COMPLETED);
	}

	private static void closeJanuary(Installation tieout) {
		JdbcClient jdbc = tieout.jdbc();
		jdbc.sql(
				"insert into operation (at, operator, verb, detail) values (now(), 'tester', 'period close', '2025-01')")
			.update();
		jdbc.sql("insert into period (month, closed) values ('2025-01-01', true)").update();
		jdbc.sql(
				"""
						insert into closing (closing_no, month, closed_at, operation_no, last_entry, entries)
						select 1, '2025-01-01', now(), (select max(operation_no) from operation), max(entry_no), 1 from ledger_entry
						""")
			.update();
		jdbc.sql("insert into closing_balance values (1, 1, 'USD', 0, 500, 0, 0, 500, 0)").update();
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
	void whatNobodyTouchedHolds() throws Exception {
		Proof proof = against();
		assertThat(proof.findings()).isEmpty();
		assertThat(proof.seals()).isEqualTo(4);
		assertThat(proof.entries()).isEqualTo(15);
		assertThat(proof.unsealed()).isEmpty();
		List<String> lines = Files.readAllLines(this.seals);
		assertThat(lines).hasSize(4);
		assertThat(proof.head().orElseThrow().line()).isEqualTo(lines.get(3));
		assertThat(lines.get(0)).matches("seal 1 run 1 posted 2\\S+Z entries 10 sha256 [0-9a-f]{64}");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					order_no = 1000000                | order_no 1000000         | order_no
					customer_no = customer_no + 1     | customer_no              | customer_no
					amount = 900                      | amount 900               | amount 100
					ordered_at = '2025-02-01 00:00:01Z' | ordered_at 2025-02-01T00:00:01.000000Z | ordered_at 2025-02-01T00:00:00.000000Z
					ordered_at = 'infinity'           | ordered_at infinity      | ordered_at 2025-02-01T00:00:00.000000Z
					posted_at = posted_at - interval '1 microsecond' | posted_at | posted_at
					run_no = 2                        | run 2                    | run 1
					affiliate_no = 2                  | affiliate_no 2           | affiliate_no 1
					file_no = 1                       | file_no 1                | file_no
					line = 3                          | line 3                   | line
					business_date = '2025-03-01'      | business_date 2025-03-01 | business_date 2025-03-02
					period = '2025-03-01'             | period 2025-03-01        | period 2025-02-01
					period = '2025-02-02'             | period 2025-02-02        | period 2025-02-01
					payable_on = '2025-03-02'         | payable_on 2025-03-02    | payable_on 2025-03-03
					type = 1                          | type ADJUSTMENT          | type ACCRUAL
					reason = 14                       | reason NO_CONNECTION     | reason CREDITED
					reason = 77                       | reason 77                | reason CREDITED
					currency = 'EUR'                  | currency EUR             | currency USD
					order_id = '8'                    | order_id 8               | order_id 6
					corrects = 1                      | corrects 1               | corrects \\N
					operation_no = 1                  | operation_no 1           | operation_no \\N
					""")
	void anEntryEditedIsNamedWithWhatItSaysAndShouldSay(String edit, String says, String should) {
		this.database.asAdministrator("update ledger_entry set " + edit + " where entry_no = 7");
		Finding first = first();
		assertThat(first.subject()).isEqualTo("entry 7");
		assertThat(first.wrong()).isEqualTo("was changed (seal 1, run 1)");
		assertThat(first.says()).contains(says);
		assertThat(first.should()).contains(should);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					delete from ledger_entry where entry_no = 5 | entry 5 | is missing (seal 1, run 1)
					delete from ledger_entry where entry_no > 13 | entry 14 | is missing (seal 3, run 3)
					update ledger_entry set entry_no = 100 where entry_no = 5 | entry 5 | is missing (seal 1, run 1)
					update ledger_entry set entry_no = case entry_no when 2 then -9 else -2 end where entry_no in (2, 9); update ledger_entry set entry_no = -entry_no where entry_no < 0 | entry 2 | was changed (seal 1, run 1)
					insert into ledger_entry select (jsonb_populate_record(e, '{"entry_no": 99}')).* from ledger_entry e where entry_no = 1 | entry 99 | is in no seal
					insert into ledger_entry select (jsonb_populate_record(e, '{"entry_no": 0}')).* from ledger_entry e where entry_no = 1 | entry 0 | was not there when seal 1 was made
					update affiliate set address = 'eve@partners.example' where affiliate_no = 1 | entry 1 | was changed (seal 1, run 1)
					update store set code = 'other' | entry 1 | was changed (seal 1, run 1)
					update input_file set sha256 = repeat('0', 64) where name = 'orders-web-2.csv' and posted_by = 2 | file 7 (orders-web-2.csv) | was changed (seal 2, run 2)
					update input_file set records = records - 1, accepted = accepted - 1 where file_no = 3 | file 3 (orders-web-1.csv) | was changed (seal 1, run 1)
					update input_file set posted_by = null, state = 'duplicate' where file_no = 3 | file 3 (orders-web-1.csv) | is missing (seal 1, run 1)
					update input_file set posted_by = 1 where file_no = 4 | file 4 (affiliates-1.csv) | was added later (seal 1, run 1)
					update edition set canonical_text = replace(canonical_text, '10%', '20%') | edition | its canonical text was changed
					update edition set canonical_text = 'x', hash = encode(sha256('x'), 'hex') | run 1 | was changed (seal 1, run 1)
					update edition set source_text = concat(source_text, '#') | edition of run 1 | is not what seal 1 says in the line edition-source-sha256
					update operation set detail = '2025-02' where operation_no = 3 | operation 3 | was changed (seal 3, run 3)
					delete from operation where operation_no = 3 | operation 3 | is missing (seal 3, run 3)
					delete from operation where operation_no = 3; delete from sealed_record where kind = 'operation' and number = 3 | operation 3 | is missing (seal 3, run 3)
					update closing_balance set accrued = 900, closing = 900 | closing 1 | was changed (seal 3, run 3)
					delete from closing_balance | closing 1 | is missing (seal 3, run 3)
					update closing set last_entry = 5 | closing 1 | was changed (seal 3, run 3)
					update run set operator = 'eve' where run_no = 2 | run 2 | was changed (seal 2, run 2)
					update run set job_text = concat(job_text, '#') where run_no = 2 | run 2 | was changed (seal 2, run 2)
					update control_total set expected = 0, found = 0 where run_no = 1 and equation = 2 | control total of run 1 | was changed (seal 1, run 1)
					update seal set text = replace(text, 'entries: 10', 'entries: 11') where seal_no = 1 | seal 1 | its hash is not that of its text
					update seal set hash = repeat('0', 64) where seal_no = 4 | seal 4 | its hash is not that of its text
					delete from seal where seal_no = 2 | seal 2 | is missing
					delete from seal | seal 1 | is missing, and all others with it
					delete from seal where seal_no = 4 | run 4 | has posted, but has no seal
					update decision set commission = 1 where run_no = 1 and order_no = (select order_no from ledger_entry where entry_no = 7) | order web/6 | its decision credits
					""")
	void whatWasTamperedWithIsNamed(String attack, String subject, String wrong) {
		this.database.asAdministrator(attack);
		Finding first = first();
		assertThat(first.subject()).startsWith(subject);
		assertThat(first.wrong()).startsWith(wrong);
	}

	@Test
	void anEntryThatIsMissingIsToldInWords() {
		this.database.asAdministrator("delete from ledger_entry where entry_no = 5");
		assertThat(first().should()).isEqualTo("100 USD for order web/4, affiliate_no 1");
	}

	@Test
	void twoEntriesSwappedAreBothNamed() {
		this.database.asAdministrator(
				"update ledger_entry set entry_no = case entry_no when 2 then -9 else -2 end where entry_no in (2, 9)",
				"update ledger_entry set entry_no = -entry_no where entry_no < 0");
		assertThat(verify().findings()).extracting(Finding::subject).containsExactly("entry 2", "entry 9");
		assertThat(first().should()).contains("order_id 10");
	}

	@Test
	void theLastEntriesDeletedTogetherWithTheirSealAreKnownOutside() throws Exception {
		cutOffAfterRun2();
		assertThat(verify().findings()).isEmpty();
		Finding first = against().findings().get(0);
		assertThat(first.subject()).isEqualTo("seal 3");
		assertThat(first.wrong()).contains("run 3", "with 2 entries", "is in seals.txt, but not in the database",
				"which ends with seal 2");
	}

	/** As if an older backup had been restored. */
	private void cutOffAfterRun2() {
		this.database.asAdministrator("delete from ledger_entry where run_no > 2", "delete from seal where seal_no > 2",
				"delete from seal_part where seal_no > 2", "delete from seal_fingerprint where first_entry > 13",
				"delete from sealed_record where seal_no > 2", "delete from decision where run_no > 2",
				"update decision set superseded_by = null where superseded_by > 2",
				"delete from input_file where run_no > 2", "update program set last_posted_run = 2",
				"delete from control_total where run_no > 2", "delete from ledger_proposal where run_no > 2",
				"delete from run where run_no > 2", "delete from closing_balance", "delete from closing",
				"delete from operation where operation_no > 2");
	}

	@Test
	void theChainWrittenAnewIsKnownOutside() throws Exception {
		this.database.asAdministrator("update ledger_entry set amount = 900 where entry_no = 7",
				"update decision set commission = 900 where order_no = (select order_no from ledger_entry where entry_no = 7)",
				"truncate seal, seal_part, seal_fingerprint, sealed_record");
		sealAnew();
		assertThat(verify().findings()).isEmpty();
		Finding first = against().findings().get(0);
		assertThat(first.subject()).isEqualTo("seal 1");
		assertThat(first.wrong()).contains("the chain was written anew");
		assertThat(first.should()).isEqualTo(Files.readAllLines(this.seals).get(0).replaceAll(".* ", ""));
	}

	private void sealAnew() {
		new TransactionTemplate(new JdbcTransactionManager(this.database.dataSource()))
			.executeWithoutResult((status) -> new Sealing(this.database.dataSource()).seal(4));
	}

	@Test
	void aForgottenCustomerBreaksNothing() throws Exception {
		new Forgetting(this.database.dataSource()).forget("kim7@x.example", "asked", Installation.TESTER);
		Proof proof = against();
		assertThat(proof.findings()).isEmpty();
		assertThat(proof.unsealed()).containsExactly("1 operation");
	}

	@Test
	void noSealNamesACustomer() {
		JdbcClient jdbc = JdbcClient.create(this.database.dataSource());
		assertThat(jdbc.sql("select text from seal union all select lines from seal_part").query(String.class).list())
			.hasSize(24)
			.noneMatch((text) -> text.contains("@x.example"));
	}

	/** What was posted before there were seals is in the first one. */
	@Test
	void aDatabaseFromBeforeSealsIsSealedByItsNextPosting() {
		this.database.asAdministrator("truncate seal, seal_part, seal_fingerprint, sealed_record");
		Proof before = verify();
		assertThat(before.findings()).isEmpty();
		assertThat(before.unsealed()).contains("15 entries");
		sealAnew();
		Proof after = verify();
		assertThat(after.findings()).isEmpty();
		assertThat(after.entries()).isEqualTo(15);
		this.database.asAdministrator("update ledger_entry set amount = 900 where entry_no = 7");
		assertThat(first().subject()).isEqualTo("entry 7");
		assertThat(first().should()).isEqualTo("amount 100");
	}

	@ParameterizedTest
	@CsvSource({ "update seal set hash = ''", "delete from seal", "truncate seal", "delete from seal_part",
			"truncate sealed_record", "update seal_fingerprint set first_entry = 0" })
	void sealsOnlyGrow(String statement) {
		assertThatException()
			.isThrownBy(() -> JdbcClient.create(this.database.ownerDataSource()).sql(statement).update())
			.withStackTraceContaining("only grows");
		assertThatException().isThrownBy(() -> JdbcClient.create(this.database.dataSource()).sql(statement).update())
			.withStackTraceContaining("permission denied");
	}

	private Finding first() {
		Proof proof = verify();
		assertThat(proof.findings()).isNotEmpty();
		return proof.findings().get(0);
	}

	private Proof verify() {
		return new Verification(this.database.dataSource()).verify(Optional.empty(), ProofWatch.BLIND);
	}

	private Proof against() throws Exception {
		return new Verification(this.database.dataSource()).verify(Optional.of(new SealsFile(this.seals).read()),
				ProofWatch.BLIND);
	}

}
