package dev.tieout.scenario;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.tieout.operations.RunRequest;
import dev.tieout.operations.RunResult;
import dev.tieout.operations.RunState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What becomes of a run's files, good and bad (files.md). */
class FilesScenarioTests {

	private static final LocalDate DATE = LocalDate.of(2025, 3, 1);

	private static final String KIM_BUYS = "1,2025-02-01T00:00:00Z,kim@x.example,USD,10.00,10.00,paid";

	@TempDir
	Path folder = Path.of("");

	private final Installation tieout = Installation.fresh();

	private final Answers answers = new Answers(this.tieout);

	private Site site = new Site(Path.of(""));

	@BeforeEach
	void kimIsConnectedToAnn() throws Exception {
		this.site = Site.usual(this.folder)
			.connections("connections-1.csv", "ann@partners.example,kim@x.example,2025-01-01,");
	}

	@AfterEach
	void close() {
		this.tieout.close();
	}

	@Test
	void aFileWithTooManyRejectsFailsTheRunAndItsRowsAreNeverJudged() throws Exception {
		String[] rows = new String[12];
		for (int i = 0; i < rows.length; i++) {
			rows[i] = (i + 10) + ",2025-02-01T00:00:00Z,kim@x.example,USD," + ((i == 0) ? "10.00" : "ten")
					+ ",10.00,paid";
		}
		this.site.orders("orders-web-1.csv", KIM_BUYS).orders("orders-web-2.csv", rows);
		RunResult failed = this.tieout.run(this.site.job(), DATE);
		assertThat(failed.state()).isEqualTo(RunState.FAILED);
		assertThat(failed.error().orElseThrow()).contains("orders-web-2.csv: 11 of 12 records were rejected");
		assertThat(this.answers.files(failed.run())).containsExactly("affiliates-1.csv complete",
				"connections-1.csv complete", "orders-web-1.csv complete", "orders-web-2.csv failed");
		assertThat(this.answers.nets()).isEmpty();
		assertThat(this.answers.count("reject")).isEqualTo(11);

		this.site.orders("orders-web-2.csv", "10,2025-02-02T00:00:00Z,kim@x.example,USD,20.00,20.00,paid");
		RunResult fixed = this.tieout.run(this.site.job(), DATE);
		assertThat(fixed.error()).isEmpty();
		assertThat(this.answers.nets()).containsExactly("1 ann@partners.example USD 100",
				"10 ann@partners.example USD 200");
		assertThat(this.answers.files(failed.run())).containsExactly("affiliates-1.csv posted",
				"connections-1.csv posted", "orders-web-1.csv posted", "orders-web-2.csv failed");
		assertThat(this.tieout.jdbc()
			.sql("select subject from control_total where run_no = ? and equation = 1 order by 1")
			.param(fixed.run())
			.query(String.class)
			.list()).containsExactly("affiliates-1.csv", "connections-1.csv", "orders-web-1.csv", "orders-web-2.csv");
	}

	@Test
	void tenRejectsAreAlwaysAllowed() throws Exception {
		String[] rows = new String[11];
		for (int i = 0; i < rows.length; i++) {
			rows[i] = (i + 10) + ",2025-02-01T00:00:00Z,kim@x.example,USD," + ((i == 0) ? "10.00" : "ten")
					+ ",10.00,paid";
		}
		this.site.orders("orders-web-1.csv", rows);
		assertThat(this.tieout.run(this.site.job(), DATE).error()).isEmpty();
		assertThat(this.answers.nets()).containsExactly("10 ann@partners.example USD 100");
	}

	@Test
	void allUnusableFilesAreToldAtOnceAndCanBeLeftOut() throws Exception {
		this.site.orders("orders-web-1.csv", KIM_BUYS)
			.file("orders-web-2.csv", "order_id,total\n7,10.00\n")
			.file("orders-web-3.csv", "order_id,ordered_at,customer_email,currency,subtotal,total,status\n8,\"2025");
		RunResult failed = this.tieout.run(this.site.job(), DATE);
		assertThat(failed.state()).isEqualTo(RunState.FAILED);
		assertThat(failed.error().orElseThrow()).contains("orders-web-2.csv", "ordered_at", "orders-web-3.csv");
		RunResult without = this.tieout.run(request(List.of("orders-web-2.csv", "orders-web-3.csv"), List.of()));
		assertThat(without.error()).isEmpty();
		assertThat(this.answers.files(without.run())).contains("orders-web-2.csv left_out",
				"orders-web-3.csv left_out");
		assertThat(this.answers.nets()).containsExactly("1 ann@partners.example USD 100");
		assertThat(this.answers.count("operation where verb = 'run --without'")).isEqualTo(1);
	}

	@Test
	void aKnownFileIsSkippedUnderAnyNameAndReadAgainOnDemand() throws Exception {
		this.site.orders("orders-web-1.csv", KIM_BUYS).orders("orders-web-2.csv", KIM_BUYS);
		RunResult first = this.tieout.run(this.site.job(), DATE);
		assertThat(first.error()).isEmpty();
		assertThat(this.answers.files(first.run())).contains("orders-web-1.csv posted", "orders-web-2.csv duplicate");
		this.site.delete("orders-web-2.csv");
		RunResult again = this.tieout.run(request(List.of(), List.of("orders-web-1.csv")));
		assertThat(again.error()).isEmpty();
		assertThat(this.answers.files(again.run())).contains("orders-web-1.csv posted", "connections-1.csv duplicate");
		assertThat(this.answers.posted(again.run())).isEmpty();
		assertThat(this.answers.count("input_file where records = 1 and unchanged = 1 and kind = 'orders'"))
			.isEqualTo(1);
		assertThat(this.answers.count("operation where verb = 'run --reread'")).isEqualTo(1);
		assertThat(this.answers.count("input_file where detail like 'DUPLICATE_FILE: %'")).isEqualTo(3);
	}

	@Test
	void anAffiliateFileThatComesBackCountsAgain() throws Exception {
		this.site.orders("orders-web-1.csv", KIM_BUYS);
		assertThat(this.tieout.run(this.site.job(), DATE).error()).isEmpty();
		this.site.file("affiliates-1.csv", Site.AFFILIATES + "cat@partners.example,CAT,\n");
		assertThat(this.tieout.run(this.site.job(), DATE).error()).isEmpty();
		this.site.file("affiliates-1.csv", Site.AFFILIATES);
		RunResult third = this.tieout.run(this.site.job(), DATE);
		assertThat(third.error()).isEmpty();
		assertThat(this.answers.files(third.run())).contains("affiliates-1.csv posted");
		assertThat(this.answers.posted(third.run())).isEmpty();
	}

	@Test
	void anEmptyFileIsNoError() throws Exception {
		this.site.file("orders-web-1.csv", "").orders("orders-web-2.csv").orders("orders-web-3.csv", KIM_BUYS);
		RunResult result = this.tieout.run(this.site.job(), DATE);
		assertThat(result.error()).isEmpty();
		assertThat(this.answers.files(result.run())).contains("orders-web-1.csv empty", "orders-web-2.csv empty",
				"orders-web-3.csv posted");
		assertThat(this.answers.count("input_file where detail like 'EMPTY_FILE: %'")).isEqualTo(2);
	}

	@Test
	void aJobThatRequiresNewOrdersMissesThem() throws Exception {
		this.site.file("world.yml", """
				job: world
				program: program.yml
				inputs:
				  affiliates: [affiliates-*.csv]
				  orders:
				    - {files: orders-web-*.csv, format: native, store: web}
				  require-new-orders: true
				""");
		RunResult missing = this.tieout.run(this.site.job(), DATE);
		assertThat(missing.state()).isEqualTo(RunState.FAILED);
		assertThat(missing.error().orElseThrow()).startsWith("MISSING_FILE");
		this.site.orders("orders-web-1.csv", KIM_BUYS);
		assertThat(this.tieout.run(this.site.job(), DATE).state()).isEqualTo(RunState.COMPLETED);
		assertThat(this.tieout.run(this.site.job(), DATE).error().orElseThrow()).startsWith("MISSING_FILE");
	}

	@Test
	void anOrderInTwoPlacesIsRejectedWholeAlsoAcrossChunks() throws Exception {
		this.site.job(Set.of("web"), "tuning: {chunk-size: 2, partitions: 1}\n")
			.orders("orders-web-1.csv", KIM_BUYS, "2,2025-02-01T00:00:00Z,kim@x.example,USD,10.00,10.00,paid",
					"3,2025-02-01T00:00:00Z,kim@x.example,USD,10.00,10.00,paid",
					"4,2025-02-01T00:00:00Z,kim@x.example,USD,10.00,10.00,paid",
					"5,2025-02-01T00:00:00Z,kim@x.example,USD,10.00,10.00,paid", KIM_BUYS);
		RunResult result = this.tieout.run(this.site.job(), DATE);
		assertThat(result.error()).isEmpty();
		assertThat(this.answers.rejects(result.run())).containsExactly("2 SPLIT_ORDER", "7 SPLIT_ORDER");
		assertThat(this.answers.nets()).hasSize(4).noneMatch((net) -> net.startsWith("1 "));
	}

	@Test
	void whatAPersonShouldLookAtIsListed() throws Exception {
		this.site.file("orders-web-1.csv", """
				order_id,ordered_at,customer_email,currency,subtotal,total,status,refunded
				1,2025-02-01T00:00:00Z,kim@x.example,USD,10.00,10.00,partially_refunded,5.00
				2,2025-02-01T00:00:00Z,kim@x.example,USD,10.00,10.00,cancelled,
				3,2025-02-01T00:00:00Z,kim@x.example,USD,10.00,10.00,paid,
				4,2025-02-01T00:00:00Z,kim@x.example,USD,10.00,10.00,paid,
				5,2025-02-01T00:00:00Z,kim@x.example,USD,10.00,50.00,paid,
				6,2025-02-01T00:00:00Z,kim@x.example,USD,10.00,10.00,partially_refunded,
				""");
		RunResult first = this.tieout.run(this.site.job(), DATE);
		assertThat(first.error()).isEmpty();
		assertThat(kinds(this.answers.notices(first.run()))).containsExactly("TOTALS_MISMATCH order 5",
				"REFUND_AMOUNT_MISSING order 6");
		this.site.file("orders-web-2.csv", """
				order_id,ordered_at,customer_email,currency,subtotal,total,status,refunded
				1,2025-02-01T00:00:00Z,kim@x.example,USD,10.00,10.00,paid,
				2,2025-02-01T00:00:00Z,kim@x.example,USD,10.00,10.00,paid,
				3,2025-02-01T00:00:00Z,,USD,10.00,10.00,paid,
				4,2025-02-01T00:00:00Z,kim@x.example,USD,ten,10.00,paid,
				""");
		RunResult second = this.tieout.run(this.site.job(), DATE.plusDays(1));
		assertThat(second.error()).isEmpty();
		assertThat(kinds(this.answers.notices(second.run()))).containsExactly("REVISION_REGRESSES order 1",
				"REVISION_REGRESSES order 2", "ADDRESS_WITHDRAWN order 3", "KEPT_FORMER_REVISION order 4");
		assertThat(this.answers.nets()).contains("3 ann@partners.example USD 100", "4 ann@partners.example USD 100");
	}

	@Test
	void aCodeThatSomebodyElseHoldsIsRejectedNamingTheHolder() throws Exception {
		this.site.orders("orders-web-1.csv", KIM_BUYS).file("affiliates-2.csv", """
				affiliate_email,ref_code,coupon
				cat@partners.example,CAT,ann10
				bob@partners.example,BOB,BOB10
				""");
		RunResult result = this.tieout.run(this.site.job(), DATE);
		assertThat(result.error()).isEmpty();
		assertThat(this.answers.rejects(result.run())).containsExactly("2 DUPLICATE_CODE");
		assertThat(this.tieout.jdbc().sql("select detail from reject").query(String.class).single()).contains("ann10",
				"ann@partners.example");
	}

	private RunRequest request(List<String> without, List<String> reread) {
		return new RunRequest(Path.of("jobs"), this.site.job().toString(), Optional.of(DATE), without, reread, false,
				"");
	}

	private static List<String> kinds(List<String> notices) {
		return notices.stream().map((notice) -> notice.substring(0, notice.indexOf(':'))).toList();
	}

}
