package dev.tieout.scenario;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;

import javax.sql.DataSource;

import dev.tieout.cases.Case;
import dev.tieout.operations.RefusedException;
import dev.tieout.operations.RunControl;
import dev.tieout.operations.RunObserver;
import dev.tieout.operations.RunResult;
import dev.tieout.operations.RunState;
import dev.tieout.operations.WrongUsageException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What keeps a rerun from posting, and what becomes of one that was cut off. */
class RerunGuardsScenarioTests {

	private static final LocalDate DATE = LocalDate.of(2025, 5, 1);

	private static final int ORDERS = 60;

	@TempDir
	Path folder = Path.of("");

	private final Installation tieout = Installation.fresh();

	private final Answers answers = new Answers(this.tieout);

	private Site site = new Site(Path.of(""));

	private Reruns reruns = new Reruns(this.tieout, this.site);

	@BeforeEach
	void connectSixtyCustomersWithAnOrderEach() throws Exception {
		this.site = Site.usual(this.folder)
			.job(Set.of("web"), "tuning: {chunk-size: 7, partitions: 2, wait-minutes: 0}\n")
			.manyConnections("connections-1.csv", 1, ORDERS)
			.manyOrders("orders-web-1.csv", 1, ORDERS);
		this.reruns = new Reruns(this.tieout, this.site);
	}

	@AfterEach
	void close() {
		this.tieout.close();
	}

	@Test
	void beforeTheFirstRunThereIsNothingToJudgeAgain() {
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> rerunFebruary())
			.withMessageContaining("no run of this program has posted yet");
		assertThat(this.answers.count("run")).isZero();
	}

	@Test
	void aRangeThatIsNoneOrLiesAheadIsWrongUsage() {
		this.tieout.run(this.site.job(), DATE);
		assertThatExceptionOfType(WrongUsageException.class)
			.isThrownBy(() -> this.reruns.rerun("2025-02-02", "2025-02-01"))
			.withMessageContaining("2025-02-02 is after --to 2025-02-01");
		assertThatExceptionOfType(WrongUsageException.class)
			.isThrownBy(() -> this.reruns.rerun("9999-01-01", "9999-01-31"))
			.withMessageContaining("lies ahead");
		assertThat(this.reruns.rerun("2025-02-01", "9999-01-31").state()).isEqualTo(RunState.COMPLETED);
	}

	@Test
	void rewrittenRulesRefuseARerunAndADryRun() throws Exception {
		this.tieout.run(this.site.job(), DATE);
		this.site.program(Site.PROGRAM.replace("10%", "11%"));
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> rerunFebruary())
			.withMessageContaining("RULES_REWRITTEN")
			.withMessageContaining("tieout plan world --from D --to D --out FILE")
			.withMessageContaining("tieout apply FILE --reason TEXT")
			.withMessageContaining("tieout program accept world --reason TEXT");
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> this.reruns.dryRun("2025-02-01", "2025-02-28"))
			.withMessageContaining("RULES_REWRITTEN");
		assertThat(this.answers.count("run")).isEqualTo(1);
	}

	@Test
	void theRestatementLimitStopsARerunAndWarnsADryRun() throws Exception {
		this.site.orders("orders-web-2.csv", "big,2025-02-01T00:00:00Z,kim1@x.example,USD,2000.00,2000.00,paid");
		this.tieout.run(this.site.job(), DATE);
		this.site.file("affiliates-2.csv", """
				affiliate_email,status,effective_from
				ann@partners.example,blocked,2025-01-01
				""");
		this.reruns.hold();
		RunResult dry = this.reruns.dryRun("2025-02-01", "2025-02-28");
		assertThat(dry.state()).isEqualTo(RunState.COMPLETED);
		assertThat(this.answers.count("run where warning like 'RESTATEMENT_LIMIT%' and run_no = " + dry.run()))
			.isEqualTo(1);
		RunResult rerun = rerunFebruary();
		assertThat(rerun.state()).isEqualTo(RunState.FAILED);
		assertThat(rerun.error().orElseThrow())
			.contains("RESTATEMENT_LIMIT: this rerun would change 260.00 USD over 61",
					"tieout plan world --from 2025-02-01 --to 2025-02-28 --out FILE", "tieout apply FILE --reason TEXT")
			.doesNotContain("--restate");
		assertThat(this.answers.posted(rerun.run())).isEmpty();
	}

	@Test
	void whatIsLeftOutsideTheRangeDoesNotCountForTheRestatementLimit() throws Exception {
		this.site.orders("orders-web-2.csv", "big,2025-03-01T00:00:00Z,kim1@x.example,USD,2000.00,2000.00,paid");
		this.tieout.run(this.site.job(), DATE);
		this.site.file("affiliates-2.csv", """
				affiliate_email,status,effective_from
				ann@partners.example,blocked,2025-01-01
				""");
		this.reruns.hold();
		assertThat(rerunFebruary().error()).isEmpty();
		assertThat(this.reruns.due()).containsExactly("kim1 AFFILIATE");
	}

	@Test
	void aRerunThatWasStoppedGoesOnWithTheNextRerun() throws Exception {
		makeAllDue();
		int stopped = stopWhileJudging(false);
		List<RunResult> results = this.reruns.run(this.reruns.request("2025-02-01", "2025-02-28", false, false));
		assertThat(results).extracting(RunResult::run).first().isEqualTo(stopped);
		assertThat(results).extracting(RunResult::state).containsExactly(RunState.COMPLETED, RunState.COMPLETED);
		assertThat(this.answers.posted(stopped)).hasSize(ORDERS);
		assertThat(this.answers.posted(results.get(1).run())).isEmpty();
		assertThat(this.reruns.due()).isEmpty();
	}

	@Test
	void aRerunThatWasStoppedGoesOnWithTheNextRun() throws Exception {
		makeAllDue();
		int stopped = stopWhileJudging(false);
		List<RunResult> results = this.tieout.runAll(Installation.request(this.site.job(), DATE.plusDays(1)));
		assertThat(results).extracting(RunResult::run).first().isEqualTo(stopped);
		assertThat(results).extracting(RunResult::error).containsOnly(Optional.empty());
		assertThat(results).extracting(RunResult::state).containsExactly(RunState.COMPLETED, RunState.COMPLETED);
		assertThat(this.answers.posted(stopped)).extracting(Case.Posting::type).containsOnly("ACCRUAL").hasSize(ORDERS);
	}

	@Test
	void aDryRunThatWasStoppedIsGivenUp() throws Exception {
		makeAllDue();
		int stopped = stopWhileJudging(true);
		List<RunResult> results = this.tieout.runAll(Installation.request(this.site.job(), DATE.plusDays(1)));
		assertThat(results).singleElement()
			.satisfies((result) -> assertThat(this.answers.posted(result.run())).hasSize(ORDERS));
		assertThat(this.answers.count("run where state = 'ABANDONED' and run_no = " + stopped)).isEqualTo(1);
	}

	@Test
	void aDryRunThatIsToBeResumedIsGivenUpAndSaysSo() throws Exception {
		makeAllDue();
		int stopped = stopWhileJudging(true);
		RunResult result = this.tieout.operations().resume(stopped, Installation.TESTER, RunObserver.SILENT);
		assertThat(result.state()).isEqualTo(RunState.ABANDONED);
		assertThat(result.error().orElseThrow()).contains("given up, not resumed");
	}

	@Test
	void aRunThatWasCutOffIsNotOvertaken() throws Exception {
		this.tieout.run(this.site.job(), DATE);
		this.site.manyOrders("orders-web-2.csv", ORDERS + 1, 2 * ORDERS);
		try (Roadblock roadblock = Roadblock.beforeInsert(this.tieout, "scope", "true")) {
			CompletableFuture<RunResult> run = CompletableFuture
				.supplyAsync(() -> this.tieout.run(this.site.job(), DATE.plusDays(1)));
			roadblock.awaitRun();
			assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> rerunFebruary())
				.withMessageContaining("Only one run of a program is active at a time");
			new RunControl(this.tieout.bean(DataSource.class)).requestStop(2, Installation.TESTER);
			roadblock.holdUntilItLooksAgain();
			roadblock.letGo();
			assertThat(run.get().state()).isEqualTo(RunState.STOPPED);
		}
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> rerunFebruary())
			.withMessageContaining("Run 2 of job 'world' was not finished")
			.withMessageContaining("tieout runs resume 2")
			.withMessageContaining("tieout runs abandon 2");
		assertThat(this.reruns.dryRun("2025-02-01", "2025-02-28").state()).isEqualTo(RunState.COMPLETED);
	}

	/** A first run that finds nobody connected, then connections that are held. */
	private void makeAllDue() throws Exception {
		this.site.delete("connections-1.csv");
		assertThat(this.tieout.run(this.site.job(), DATE).error()).isEmpty();
		this.site.manyConnections("connections-1.csv", 1, ORDERS);
		this.reruns.hold();
	}

	private int stopWhileJudging(boolean dry) throws Exception {
		long before = this.answers.count("decision");
		try (Roadblock roadblock = Roadblock.beforeInsert(this.tieout, "decision",
				"(select count(*) from decision) >= " + (before + 7))) {
			CompletableFuture<RunResult> run = CompletableFuture
				.supplyAsync(() -> dry ? this.reruns.dryRun("2025-02-01", "2025-02-28") : rerunFebruary());
			roadblock.awaitRun();
			int number = this.tieout.jdbc().sql("select max(run_no) from run").query(Integer.class).single();
			new RunControl(this.tieout.bean(DataSource.class)).requestStop(number, Installation.TESTER);
			roadblock.holdUntilItLooksAgain();
			roadblock.letGo();
			assertThat(run.get().state()).isEqualTo(RunState.STOPPED);
			return number;
		}
	}

	private RunResult rerunFebruary() {
		return this.reruns.rerun("2025-02-01", "2025-02-28");
	}

}
