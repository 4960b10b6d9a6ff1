package dev.tieout.torture;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import dev.tieout.database.TestDatabase;
import dev.tieout.hostile.Inbox;
import dev.tieout.hostile.TieoutProcess;
import dev.tieout.operations.RunResult;
import dev.tieout.operations.RunState;
import dev.tieout.proof.ProofWatch;
import dev.tieout.proof.jdbc.Verification;
import dev.tieout.scenario.Installation;

import static org.assertj.core.api.Assertions.assertThat;

/** Whole runs over files that are spoilt, or far too large. */
@ExtendWith(Replay.class)
class HostileRunScenarioTests {

	private static final LocalDate NIGHT = LocalDate.of(2026, 10, 31);

	private static final List<String> FILES = List.of("affiliates.csv", "connections.csv", "customers.csv",
			"native.csv", "shopify.csv", "woocommerce-columns.csv", "woocommerce-items.csv", "mapped.csv");

	private static final String PROGRAM = """
			program: main
			zone: America/New_York
			currency: USD
			restatement-limit: 100%
			rules:
			  - effective-from: 2025-01-01
			    attribution: [connection, coupon, referral]
			    connect: {enabled: true, link-on-first-order: true, expires-after-days: 365}
			    commission: {rate: 10%}
			""";

	private static final String JOB = """
			job: nightly
			program: program.yml
			inputs:
			  affiliates: [affiliates.csv]
			  existing-customers: [customers.csv]
			  connections: [connections.csv]
			  orders:
			    - {files: native.csv, format: native, store: n%1$d}
			    - {files: shopify.csv, format: shopify, store: s%1$d}
			    - {files: woocommerce-columns.csv, format: woocommerce, store: w%1$d}
			    - {files: woocommerce-items.csv, format: woocommerce, store: i%1$d}
			    - {files: mapped.csv, format: mapped, store: m%1$d, timestamp: dd/MM/yyyy HH:mm,
			       columns: {order_id: Ref, ordered_at: When, customer_email: Mail, customer_name: Who, currency: Cur,
			                 subtotal: Net, total: Gross, refunded: Back, status: State, coupon_code: Code, line_sku: Item},
			       statuses: {done: paid, part: partially_refunded, gone: refunded}}
			  reject-limit: 100%%
			reports: {directory: reports, formats: [html, csv, xlsx]}
			tuning: {chunk-size: 7, partitions: 2, wait-minutes: 0}
			""";

	@Test
	void everyRunPostsAndClosesOrFailsWithASentence(@TempDir Path folder) throws Exception {
		int runs = Torture.amount("hostile-runs", 8, 200);
		SplittableRandom random = Torture.dice("hostile runs");
		TreeMap<String, Integer> came = new TreeMap<>();
		try (Installation tieout = Installation.fresh()) {
			Files.writeString(folder.resolve("program.yml"), PROGRAM);
			for (int i = 0; i < runs; i++) {
				write(folder, i, random.split());
				RunResult result = tieout.run(folder.resolve("nightly.yml"), NIGHT);
				came.merge(result.state().name(), 1, Integer::sum);
				check(result, i);
			}
			assertThat(tieout.jdbc()
				.sql("select count(*) from control_total t join run using (run_no) where posted_at is not null and expected <> found")
				.query(Long.class)
				.single()).isZero();
			assertThat(tieout.jdbc()
				.sql("""
						select count(*) from input_file where state = 'posted' and records <> accepted + unchanged + rejected
						""")
				.query(Long.class)
				.single()).isZero();
			assertThat(new Verification(tieout.database().dataSource()).verify(Optional.empty(), ProofWatch.BLIND)
				.findings()).isEmpty();
		}
		came.forEach(
				(state, count) -> Figures.note("hostile files", "runs over spoilt files that came to " + state, count));
		assertThat(came).containsKey("COMPLETED");
	}

	/** One file is spoilt, or two. */
	private static void write(Path folder, int number, SplittableRandom random) throws IOException {
		Files.writeString(folder.resolve("nightly.yml"), JOB.formatted(number));
		for (String file : FILES) {
			Files.write(folder.resolve(file), Corpus.file(file));
		}
		for (int spoilt = 1 + random.nextInt(2); spoilt > 0; spoilt--) {
			String file = FILES.get(random.nextInt(FILES.size()));
			Files.write(folder.resolve(file), new Mutator(random.split()).spoil(Corpus.file(file), Treats.OF_TABLES));
		}
	}

	private static void check(RunResult result, int number) {
		if (result.state() == RunState.COMPLETED) {
			return;
		}
		assertThat(result.state()).as("run " + number).isEqualTo(RunState.FAILED);
		assertThat(result.error().orElse("").lines()).as("run " + number)
			.isNotEmpty()
			.allSatisfy((line) -> assertThat(line).matches("(?s)(" + String.join("|", FILES)
					+ ")[,:] .*|  .*|The differences .*|RESTATEMENT_LIMIT.*|MISSING_FILE.*"));
	}

	/** In 256 MB: twice what a cell has characters would not fit. */
	@Test
	void aCellLargerThanMemoryIsOneRejectOrOneSentence(@TempDir Path folder) throws Exception {
		int megabytes = Torture.amount("cell-megabytes", 130, 2_000);
		Inbox inbox = Inbox.in(folder, "web");
		Path good = inbox.orders("orders-1.csv", Inbox.order("1"));
		cell(good, megabytes, "\",USD,20.00,20.00,paid,\n" + Inbox.order("3"));
		Path open = inbox.orders("orders-2.csv", Inbox.order("4"));
		cell(open, megabytes, "");
		Path header = inbox.put("connections-1.csv", "");
		cell(header, megabytes, "\",customer_email\na,b\n");
		TestDatabase database = TestDatabase.fresh();
		String[] run = { "run", "job.yml", "--business-date", NIGHT.toString() };
		TieoutProcess.Ended failed = ended(folder, database, run);
		assertThat(failed.exitCode()).isEqualTo(1);
		assertThat(failed.output() + failed.errors()).doesNotContain("OutOfMemory", "This should not happen")
			.contains("orders-2.csv, line 3: a quoted cell opens here and is not closed until the end of the file",
					"connections-1.csv, line 1: the header cannot be read: the record has " + megabytes);
		Files.delete(open);
		Files.delete(header);
		TieoutProcess.Ended posted = ended(folder, database, run);
		assertThat(posted.exitCode()).as(posted.errors()).isZero();
		assertThat(posted.output()).contains("MALFORMED_RECORD      1", "Posted  2 entries");
		Figures.note("hostile files", "megabytes in one cell, in 256 MB", megabytes);
	}

	private static void cell(Path file, int megabytes, String end) throws IOException {
		byte[] megabyte = "x,\n".repeat(1_000_000 / 3).concat("x").getBytes(StandardCharsets.US_ASCII);
		try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file, StandardOpenOption.APPEND))) {
			out.write((Files.size(file) > 0) ? "2,2026-10-30T10:00:00Z,\"".getBytes(StandardCharsets.US_ASCII)
					: "\"affiliate_email".getBytes(StandardCharsets.US_ASCII));
			for (int i = 0; i < megabytes; i++) {
				out.write(megabyte);
			}
			out.write(end.getBytes(StandardCharsets.US_ASCII));
		}
	}

	private static TieoutProcess.Ended ended(Path folder, TestDatabase database, String... words)
			throws InterruptedException {
		try (TieoutProcess process = TieoutProcess.start(folder, database.environment(), words)) {
			return process.ended();
		}
	}

}
