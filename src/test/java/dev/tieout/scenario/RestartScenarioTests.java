package dev.tieout.scenario;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;

import javax.sql.DataSource;

import dev.tieout.operations.RunControl;
import dev.tieout.operations.RunObserver;
import dev.tieout.operations.RunResult;
import dev.tieout.operations.RunState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatException;

/** However a run is cut off, going on comes to what an undisturbed run comes to. */
class RestartScenarioTests {

	private static final LocalDate DATE = LocalDate.of(2025, 3, 1);

	private static final int ORDERS = 60;

	@TempDir
	Path folder = Path.of("");

	private final Installation tieout = Installation.fresh();

	private final Answers answers = new Answers(this.tieout);

	private Site site = new Site(Path.of(""));

	@BeforeEach
	void connectSixtyCustomersWithAnOrderEach() throws Exception {
		this.site = Site.usual(this.folder)
			.job(Set.of("web"), "tuning: {chunk-size: 7, partitions: 2, wait-minutes: 1}\n")
			.manyConnections("connections-1.csv", 1, ORDERS)
			.manyOrders("orders-web-1.csv", 1, ORDERS / 2)
			.manyOrders("orders-web-2.csv", ORDERS / 2 + 1, ORDERS);
	}

	@AfterEach
	void close() {
		this.tieout.close();
	}

	@Test
	void aRunStoppedWhileItReadsGoesOnExactlyThere() throws Exception {
		try (Roadblock roadblock = Roadblock.afterRecords(this.tieout, "orders", 14)) {
			CompletableFuture<RunResult> run = start();
			roadblock.awaitRun();
			CompletableFuture<Void> stopping = CompletableFuture.runAsync(this.tieout.operations()::stopActive);
			roadblock.holdUntilItLooksAgain();
			roadblock.letGo();
			assertStopped(run.get());
			stopping.get();
		}
		assertThat(this.answers.count("order_revision"))
			.isEqualTo(this.answers
				.count("generate_series(1, (select sum(records) from input_file where kind = 'orders'))"))
			.isBetween(1L, ORDERS - 1L);
		assertGoesOnToTheEnd();
	}

	@Test
	void aRunStoppedByAnotherProcessWhileItJudgesGoesOnExactlyThere() throws Exception {
		try (Roadblock roadblock = Roadblock.beforeInsert(this.tieout, "decision",
				"(select count(*) from decision) >= 7")) {
			CompletableFuture<RunResult> run = start();
			roadblock.awaitRun();
			new RunControl(this.tieout.bean(DataSource.class)).requestStop(1, Installation.TESTER);
			roadblock.holdUntilItLooksAgain();
			roadblock.letGo();
			assertStopped(run.get());
		}
		assertThat(this.answers.count("decision")).isBetween(1L, ORDERS - 1L);
		assertThat(this.answers.count("decision"))
			.isEqualTo(this.answers.count("generate_series(1, (" + judged() + "))"));
		assertGoesOnToTheEnd();
	}

	@Test
	void anInterruptStopsAllWorkersAndTheRunGoesOnExactlyThere() throws Exception {
		FutureTask<RunResult> run = new FutureTask<>(() -> this.tieout.run(this.site.job(), DATE));
		Thread worker = new Thread(run);
		try (Roadblock roadblock = Roadblock.beforeInsert(this.tieout, "decision",
				"(select count(*) from decision) >= 7")) {
			worker.start();
			roadblock.awaitRun();
			worker.interrupt();
			roadblock.holdUntilItLooksAgain();
			assertThat(worker.isAlive()).isTrue();
			roadblock.letGo();
			assertStopped(run.get());
		}
		assertThat(this.answers.count("decision")).isBetween(1L, ORDERS - 1L);
		assertGoesOnToTheEnd();
	}

	@Test
	void aChunkThatFailsWhileJudgingLeavesNothingAndTheNextRunTakesOver() throws Exception {
		Sabotage.failInsert(this.tieout, "decision", "(select count(*) from decision) >= 20");
		RunResult failed = this.tieout.run(this.site.job(), DATE);
		assertThat(failed.state()).isEqualTo(RunState.FAILED);
		assertThat(failed.error().orElseThrow()).contains("sabotage");
		assertThat(this.answers.count("decision"))
			.isEqualTo(this.answers.count("generate_series(1, (" + judged() + "))"));
		assertThat(this.answers.count("ledger_entry")).isZero();
		Sabotage.remove(this.tieout);
		RunResult next = this.tieout.run(this.site.job(), DATE);
		assertThat(next.run()).isNotEqualTo(failed.run());
		assertThat(this.answers.files(next.run())).allMatch((file) -> file.endsWith(" duplicate"));
		assertAllIsPosted();
	}

	@Test
	void aChunkThatFailsWhileReadingLeavesNoneOfItsRows() {
		Sabotage.trigger(this.tieout, "sabotage", "after update of records on input_file for each row", """
				if new.kind = 'orders' and new.records > 20 then raise exception 'sabotage'; end if;
				return new;
				""");
		assertThat(this.tieout.run(this.site.job(), DATE).state()).isEqualTo(RunState.FAILED);
		assertThat(this.answers.count("order_revision"))
			.isEqualTo(this.answers
				.count("generate_series(1, (select sum(records) from input_file where kind = 'orders'))"))
			.isBetween(1L, ORDERS - 1L);
		Sabotage.remove(this.tieout);
		assertThat(this.tieout.run(this.site.job(), DATE).state()).isEqualTo(RunState.COMPLETED);
		assertAllIsPosted();
	}

	@Test
	void aFailureWhilePostingPostsNothing() {
		Sabotage.failInsert(this.tieout, "ledger_entry", "(select count(*) from ledger_entry) >= 30");
		assertThat(this.tieout.run(this.site.job(), DATE).state()).isEqualTo(RunState.FAILED);
		assertThat(this.answers.count("ledger_entry")).isZero();
		assertThat(this.answers.count("due")).isNotZero();
		Sabotage.remove(this.tieout);
		assertThat(this.tieout.run(this.site.job(), DATE).state()).isEqualTo(RunState.COMPLETED);
		assertAllIsPosted();
	}

	@Test
	void aRunWhoseProcessDiedIsFoundAndGoesOn() throws Exception {
		stopWhileJudging();
		die();
		assertGoesOnToTheEnd();
	}

	/** Batch notes a job and its first execution in two transactions. */
	@Test
	void aRunWhoseProcessDiedWhileItsJobBeganGoesOn() throws Exception {
		Sabotage.failInsert(this.tieout, "batch_job_execution", "true");
		assertThatException().isThrownBy(() -> this.tieout.run(this.site.job(), DATE))
			.withMessageContaining("sabotage");
		Sabotage.remove(this.tieout);
		assertThat(this.answers.count("batch_job_instance")).isOne();
		assertThat(this.answers.count("batch_job_execution")).isZero();
		die();
		assertGoesOnToTheEnd();
	}

	@Test
	void ofTwoProcessesThatGoOnAtOnceOneDoes() throws Exception {
		stopWhileJudging();
		try (Installation other = this.tieout.alongside()) {
			CompletableFuture<RunResult> one = CompletableFuture.supplyAsync(() -> resume(this.tieout));
			CompletableFuture<RunResult> two = CompletableFuture.supplyAsync(() -> resume(other));
			assertThat(List.of(one.get().state(), two.get().state())).containsOnly(RunState.COMPLETED);
		}
		assertThat(this.answers.count("batch_job_execution")).isEqualTo(2);
		assertAllIsPosted();
	}

	@Test
	void aRunThatAnotherOvertookPostsNothing() throws Exception {
		this.site.file("other.yml", """
				job: other
				program: program.yml
				inputs:
				  orders:
				    - {files: late-*.csv, format: native, store: web}
				""").orders("late-1.csv", "1,2025-02-01T00:00:00Z,kim1@x.example,USD,20.00,20.00,paid");
		stopWhileJudging();
		RunResult other = this.tieout.run(this.folder.resolve("other.yml"), DATE);
		assertThat(other.state()).isEqualTo(RunState.COMPLETED);
		List<String> posted = this.answers.nets();
		RunResult overtaken = this.tieout.run(this.site.job(), DATE);
		assertThat(overtaken.state()).isEqualTo(RunState.SUPERSEDED);
		assertThat(overtaken.error().orElseThrow()).contains("another run (" + other.run() + ") posted meanwhile");
		assertThat(this.answers.posted(overtaken.run())).isEmpty();
		assertThat(this.answers.nets()).isEqualTo(posted);
		assertThat(this.tieout.run(this.site.job(), DATE).state()).isEqualTo(RunState.COMPLETED);
		assertThat(this.answers.nets()).hasSize(ORDERS).contains("1 ann@partners.example USD 200");
	}

	@Test
	void anOrderThatAnotherJobReadsMeanwhileIsOneOrder() throws Exception {
		this.site.file("other.yml", """
				job: other
				program: program.yml
				inputs:
				  orders:
				    - {files: late-*.csv, format: native, store: web}
				""").orders("late-1.csv", "1,2025-02-01T00:00:00Z,kim1@x.example,USD,20.00,20.00,paid");
		try (Roadblock roadblock = Roadblock.afterRecords(this.tieout, "orders", 14)) {
			CompletableFuture<RunResult> run = start();
			roadblock.awaitRun();
			new RunControl(this.tieout.bean(DataSource.class)).requestStop(1, Installation.TESTER);
			roadblock.holdUntilItLooksAgain();
			roadblock.letGo();
			assertStopped(run.get());
		}
		assertThat(this.tieout.run(this.folder.resolve("other.yml"), DATE).state()).isEqualTo(RunState.COMPLETED);
		assertThat(this.tieout.run(this.site.job(), DATE).state()).isEqualTo(RunState.COMPLETED);
		assertThat(this.answers.nets()).hasSize(ORDERS);
		assertThat(this.answers.count("(select distinct order_no from order_revision) o")).isEqualTo(ORDERS);
	}

	private CompletableFuture<RunResult> start() {
		return CompletableFuture.supplyAsync(() -> this.tieout.run(this.site.job(), DATE));
	}

	private void stopWhileJudging() throws Exception {
		try (Roadblock roadblock = Roadblock.beforeInsert(this.tieout, "decision",
				"(select count(*) from decision) >= 7")) {
			CompletableFuture<RunResult> run = start();
			roadblock.awaitRun();
			new RunControl(this.tieout.bean(DataSource.class)).requestStop(1, Installation.TESTER);
			roadblock.holdUntilItLooksAgain();
			roadblock.letGo();
			assertStopped(run.get());
		}
	}

	/** What a process leaves behind that is killed between two chunks. */
	private void die() {
		this.tieout.ownerJdbc().sql("update run set state = 'RUNNING', ended_at = null where run_no = 1").update();
		this.tieout.ownerJdbc().sql("update program set active_run = 1").update();
		this.tieout.ownerJdbc().sql("update batch_job_execution set status = 'STARTED', end_time = null").update();
		this.tieout.ownerJdbc()
			.sql("update batch_step_execution set status = 'STARTED', end_time = null where status = 'STOPPED'")
			.update();
	}

	private static RunResult resume(Installation process) {
		return process.operations().resume(1, Installation.TESTER, RunObserver.SILENT);
	}

	private static void assertStopped(RunResult result) {
		assertThat(result.error()).isEmpty();
		assertThat(result.state()).isEqualTo(RunState.STOPPED);
	}

	private void assertGoesOnToTheEnd() {
		List<RunResult> results = this.tieout.runAll(Installation.request(this.site.job(), DATE));
		assertThat(results).extracting(RunResult::state).containsExactly(RunState.COMPLETED, RunState.COMPLETED);
		assertThat(results.get(0).run()).isEqualTo(1);
		assertThat(results.get(0).resumed()).isTrue();
		assertThat(this.answers.posted(results.get(1).run())).isEmpty();
		assertAllIsPosted();
	}

	private void assertAllIsPosted() {
		assertThat(this.answers.nets()).hasSize(ORDERS)
			.allMatch((net) -> net.endsWith(" ann@partners.example USD 100"));
		assertThat(this.answers.count("ledger_entry")).isEqualTo(ORDERS);
		assertThat(this.answers.decisions()).hasSize(ORDERS);
		assertThat(this.answers.connections()).hasSize(ORDERS);
		assertThat(this.answers.count("due_customer")).isZero();
	}

	private static String judged() {
		return "select coalesce(sum(write_count), 0) from batch_step_execution where step_name like 'reconcile worker:%'";
	}

}
