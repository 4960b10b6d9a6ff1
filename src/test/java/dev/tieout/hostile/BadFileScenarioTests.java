package dev.tieout.hostile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

import dev.tieout.configuration.ConfigurationException;
import dev.tieout.operations.RunResult;
import dev.tieout.operations.RunState;
import dev.tieout.scenario.Installation;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assumptions.assumeThat;

/**
 * Files that cannot be used, in whole or in part: what a person is told, and that nothing
 * is lost. After each failing run the corrected files run through and the totals close.
 */
class BadFileScenarioTests {

	private static final int TEN_MEGABYTES = 10_000_000;

	private static Installation tieout;

	private Inbox inbox;

	@BeforeAll
	static void open() {
		tieout = Installation.fresh();
	}

	@AfterAll
	static void close() {
		tieout.close();
	}

	@BeforeEach
	void setUp(@TempDir Path folder, TestInfo test) throws IOException {
		this.inbox = Inbox.in(folder,
				"s" + Integer.toUnsignedString(test.getTestMethod().orElseThrow().getName().hashCode(), 36));
	}

	/** The run of corrected files completes, which it only does when totals close. */
	private RunResult completes() {
		RunResult result = this.inbox.run(tieout);
		assertThat(result.error()).isEmpty();
		assertThat(result.state()).isEqualTo(RunState.COMPLETED);
		assertThat(tieout.jdbc()
			.sql("select count(*) from control_total where run_no = ? and expected <> found")
			.param(result.run())
			.query(Long.class)
			.single()).isZero();
		return result;
	}

	private String fails() {
		Map<String, Long> before = this.inbox.ledger(tieout);
		RunResult result = this.inbox.run(tieout);
		assertThat(result.state()).isEqualTo(RunState.FAILED);
		assertThat(this.inbox.ledger(tieout)).isEqualTo(before);
		return result.error().orElseThrow();
	}

	private String isMisconfigured() {
		long runs = tieout.jdbc().sql("select count(*) from run").query(Long.class).single();
		try {
			this.inbox.run(tieout);
		}
		catch (ConfigurationException ex) {
			assertThat(tieout.jdbc().sql("select count(*) from run").query(Long.class).single()).isEqualTo(runs);
			return String.valueOf(ex.getMessage());
		}
		throw new AssertionError("was accepted");
	}

	@Test
	void allUnusableFilesAreToldAtOnceAndTheGoodOnesAreKept() throws Exception {
		this.inbox.orders("orders-good.csv", Inbox.order("1"));
		this.inbox.put("orders-columns.csv", "order_id,customer_email,subtotal,subtotal\n2,a@home.example,1,1\n");
		this.inbox.put("connections-quote.csv",
				"affiliate_email,customer_email\nann@partners.example,b@home.example\n\"ann@partners.example,c@home.example\n");
		this.inbox.put("existing-latin.csv", "Email\njosé@home.example\n".getBytes(StandardCharsets.ISO_8859_1));
		String error = fails();
		assertThat(error.lines()).hasSize(3);
		assertThat(error)
			.contains("orders-columns.csv: the header lacks 'currency', 'ordered_at', 'status', 'total'; it has")
			.contains("'subtotal' (columns 3 and 4) twice")
			.contains("connections-quote.csv, line 3: a quoted cell opens here and is not closed")
			.contains("existing-latin.csv, line 2: byte 10 of the file is not UTF-8; save the file as UTF-8");

		Files.delete(this.inbox.folder().resolve("orders-columns.csv"));
		this.inbox.orders("orders-columns-2.csv", Inbox.order("2"));
		this.inbox.put("connections-quote.csv",
				"affiliate_email,customer_email\nann@partners.example,b@home.example\n");
		this.inbox.put("existing-latin.csv", "Email\njosé@home.example\n");
		completes();
		assertThat(this.inbox.ledger(tieout)).isEqualTo(Map.of("1", 200L, "2", 200L));
	}

	@Test
	void recordsThatCannotBeUsedAreToldWithAllTheirProblems() throws Exception {
		this.inbox.orders("orders-1.csv", Inbox.order("1"),
				"2,2026-02-30T10:00:00Z,b@home.example,XQZ,20.00,20.00,payed,\n",
				"3,2026-10-30T10:00:00Z,c@home.example,USD,20.00,20.00,paid,,\n",
				"4,2026-10-30T10:00:00Z,d@home.example,USD,20.00,20.00\n",
				"5,2026-10-30T10:00:00Z,\0e@home.example,USD,20.00,20.00,paid,\n",
				"6,2026-10-30T10:00:00Z,f@home.example,JPY,20.50,20.50,paid,\n",
				"8,30.10.2026,h@home.example,USD,20.001,-1,paid,\n", Inbox.order("7"));
		RunResult run = completes();
		assertThat(Inbox.rejects(tieout, run)).satisfiesExactly(
				(first) -> assertThat(first).startsWith("orders-1.csv:3 ")
					.contains("ordered_at '2026-02-30T10:00:00Z' is no timestamp")
					.contains("names a date that does not exist")
					.contains("currency 'XQZ'")
					.contains("status 'payed'"),
				(tooMany) -> assertThat(tooMany)
					.isEqualTo("orders-1.csv:4 MALFORMED_RECORD the record has 9 cells, but the header has 8"),
				(tooFew) -> assertThat(tooFew)
					.isEqualTo("orders-1.csv:5 MALFORMED_RECORD the record has 6 cells, but the header has 8"),
				(nul) -> assertThat(nul).startsWith("orders-1.csv:6 MALFORMED_RECORD the record has a NUL character"),
				(yen) -> assertThat(yen)
					.startsWith("orders-1.csv:7 BAD_AMOUNT subtotal '20.50' has 1 decimal, but JPY has 0"),
				(several) -> assertThat(several).startsWith("orders-1.csv:8 BAD_TIMESTAMP ordered_at '30.10.2026'")
					.contains("subtotal '20.001' has 3 decimals, but USD has 2")
					.contains("total '-1'"));
		assertThat(this.inbox.ledger(tieout)).isEqualTo(Map.of("1", 200L, "7", 200L));

		this.inbox.orders("orders-2.csv", Inbox.order("2"), Inbox.order("6"));
		completes();
		assertThat(this.inbox.ledger(tieout)).containsOnlyKeys("1", "2", "6", "7");
	}

	@Test
	void tenMegabytesInOneCellAreOneReject() throws Exception {
		this.inbox.orders("orders-1.csv", Inbox.order("1"),
				"2,2026-10-30T10:00:00Z,\"" + "x".repeat(TEN_MEGABYTES) + "\",USD,20.00,20.00,paid,\n",
				Inbox.order("3"));
		RunResult run = completes();
		assertThat(Inbox.rejects(tieout, run)).singleElement()
			.satisfies(
					(reject) -> assertThat(reject).startsWith("orders-1.csv:3 MALFORMED_RECORD the record has 100000")
						.hasSizeLessThan(300));
		assertThat(this.inbox.ledger(tieout)).containsOnlyKeys("1", "3");
	}

	@Test
	void aHeaderThatIsNoneFailsTheFile() throws Exception {
		this.inbox.put("orders-1.csv", "order_id,ordered\0_at\n1,2\n");
		assertThat(fails())
			.startsWith("orders-1.csv, line 1: the header cannot be read: the record has a NUL character")
			.contains("expected");
		this.inbox.orders("orders-1.csv", Inbox.order("1"));
		completes();
		assertThat(this.inbox.ledger(tieout)).containsOnlyKeys("1");
	}

	@Test
	void twoAffiliatesWithOneCouponAreToldApart() throws Exception {
		this.inbox.put("affiliates.csv", """
				affiliate_email,coupon,status,effective_from
				ann@partners.example,ANN10,active,2026-01-01
				eve@partners.example,ann10,active,2026-02-01
				""");
		this.inbox.orders("orders-1.csv", Inbox.order("1"));
		RunResult run = completes();
		assertThat(Inbox.rejects(tieout, run)).singleElement()
			.satisfies((reject) -> assertThat(reject).startsWith("affiliates.csv:3 DUPLICATE_CODE")
				.contains("coupon 'ann10'")
				.contains("ann@partners.example"));
		assertThat(this.inbox.ledger(tieout)).isEqualTo(Map.of("1", 200L));
	}

	@Test
	void aFileOfWhichMostIsUnusableFailsAndSaysWhereToLook() throws Exception {
		StringBuilder records = new StringBuilder();
		for (int i = 0; i < 12; i++) {
			records.append("9%d,yesterday,g%d@home.example,USD,20.00,20.00,paid,\n".formatted(i, i));
		}
		this.inbox.orders("orders-1.csv", Inbox.order("1"), records.toString());
		assertThat(fails()).startsWith("orders-1.csv: 12 of 13 records were rejected, more than reject-limit allows")
			.contains("BAD_TIMESTAMP: 12, the first in line 3")
			.contains("tieout export rejects")
			.doesNotContain("@");
		this.inbox.orders("orders-1.csv", Inbox.order("1"));
		completes();
		assertThat(this.inbox.ledger(tieout)).containsOnlyKeys("1");
	}

	@Test
	void whatIsNoFileIsToldBeforeAnythingIsRead() throws Exception {
		Files.createDirectory(this.inbox.folder().resolve("orders-folder.csv"));
		this.inbox.put("job.yml",
				this.inbox.job("orders-folder.csv")
					.replace("affiliates*.csv", "missing.csv")
					.replace("connections-*.csv", "connections.csv"));
		assertThat(isMisconfigured().lines()).hasSize(3)
			.anySatisfy((line) -> assertThat(line).contains("job.yml:8:", "orders-folder.csv' is a directory"))
			.anySatisfy((line) -> assertThat(line).contains("job.yml:4:", "missing.csv' does not exist"))
			.anySatisfy((line) -> assertThat(line).contains("job.yml:6:", "connections.csv' does not exist"));
	}

	@Test
	void aFileThatMayNotBeReadIsToldBeforeAnythingIsRead() throws Exception {
		Path file = this.inbox.orders("orders-1.csv", Inbox.order("1"));
		Files.setPosixFilePermissions(file, java.util.Set.of());
		assumeThat(Files.isReadable(file)).as("this user may read everything").isFalse();
		assertThat(isMisconfigured()).contains("orders-1.csv, which may not be read by this user");
	}

	@Test
	void aNightWithoutAnyFileIsNoErrorUnlessTheJobRequiresOne() throws Exception {
		completes();
		this.inbox.put("job.yml",
				this.inbox.job("orders-*.csv").replace("reports:", "  require-new-orders: true\nreports:"));
		assertThat(fails()).startsWith("MISSING_FILE:").contains("orders-*.csv");
		this.inbox.orders("orders-1.csv", Inbox.order("1"));
		completes();
		assertThat(this.inbox.ledger(tieout)).containsOnlyKeys("1");
	}

	@Test
	void emptyFilesAreNoError() throws Exception {
		this.inbox.put("orders-1.csv", "");
		this.inbox.orders("orders-2.csv");
		RunResult run = completes();
		assertThat(tieout.jdbc()
			.sql("select state from input_file where run_no = ? and kind = 'orders'")
			.param(run.run())
			.query(String.class)
			.list()).containsExactly("empty", "empty");
	}

	@Test
	void allThatIsWrongWithTheConfigurationIsToldAtOnce() throws Exception {
		this.inbox.put("program.yml", """
				program: main
				zone: America/Gotham
				currency: USD
				rules:
				  - effective-from: 2026-02-30
				    attribution: []
				    connect:
				      enabled: true
				      expires-after: 30
				    commission:
				      rate: 10
				      hold-days: 30d
				""");
		this.inbox.put("job.yml", this.inbox.job("orders-*.csv").replace("chunk-size: 50", "chunk-size: 50000") + """
				notfy: {on: [failed]}
				""");
		String told = isMisconfigured();
		assertThat(told).contains("program.yml:2: zone: 'America/Gotham'")
			.contains("program.yml:5: rules[1].effective-from: '2026-02-30'")
			.contains("program.yml:6: rules[1].attribution")
			.contains("program.yml:9: rules[1].connect.expires-after")
			.contains("expires-after-days")
			.contains("program.yml:11: rules[1].commission.rate: '10'")
			.contains("program.yml:12: rules[1].commission.hold-days: '30d'")
			.contains("chunk-size: '50000'")
			.contains("notfy")
			.contains("notify");
		assertThat(told.lines()).hasSize(8)
			.allMatch((line) -> line.contains("expected") || line.contains("did you mean"));
	}

	@Test
	void aMisspelledJobIsToldWithTheNearest() throws Exception {
		assertThatExceptionOfType(ConfigurationException.class)
			.isThrownBy(() -> dev.tieout.configuration.JobDirectory.find(this.inbox.folder(), this.inbox.store() + "x"))
			.withMessageContaining("did you mean '" + this.inbox.store() + "'?");
	}

}
