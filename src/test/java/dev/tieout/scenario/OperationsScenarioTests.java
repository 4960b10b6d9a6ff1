package dev.tieout.scenario;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import javax.sql.DataSource;

import dev.tieout.audit.Export;
import dev.tieout.audit.ExportScope;
import dev.tieout.operations.ApplyRequest;
import dev.tieout.operations.ConnectionOperations;
import dev.tieout.operations.Forgetting;
import dev.tieout.operations.Operator;
import dev.tieout.operations.PeriodOperations;
import dev.tieout.operations.PlanOperations;
import dev.tieout.operations.PlanRequest;
import dev.tieout.operations.ProgramOperations;
import dev.tieout.operations.RerunOperations;
import dev.tieout.operations.RerunRequest;
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

/** Every command that changes something leaves a numbered record (issue 3). */
class OperationsScenarioTests {

	private static final LocalDate DATE = LocalDate.of(2025, 6, 1);

	private static final Operator DANA = new Operator("finance", Optional.of("Dana"));

	@TempDir
	Path folder = Path.of("");

	private final Installation tieout = Installation.fresh();

	private final DataSource dataSource = this.tieout.database().dataSource();

	private final RunControl control = new RunControl(this.dataSource);

	private Site site = new Site(Path.of(""));

	@BeforeEach
	void writeSite() throws Exception {
		this.site = Site.usual(this.folder)
			.connections("connections-1.csv", "ann@partners.example,kim@x.example,2025-01-01,")
			.orders("orders-web-1.csv", order("1"));
	}

	@AfterEach
	void close() {
		this.tieout.close();
	}

	@Test
	void aRunIsOnRecordWithWhatIsUnusualAboutIt() throws Exception {
		run();
		assertThat(records()).containsExactly("1 finance Dana run 'job world, business date 2025-06-01' '' 1");
	}

	@Test
	void stoppingResumingAndAbandoningAreOnRecord() throws Exception {
		try (Roadblock roadblock = Roadblock.beforeInsert(this.tieout, "ledger_proposal", "true");
				Aside<RunResult> run = Aside.start(this::run)) {
			roadblock.awaitRun();
			this.control.requestStop(1, DANA);
			roadblock.holdUntilItLooksAgain();
			roadblock.letGo();
			assertThat(run.end().state()).isEqualTo(RunState.STOPPED);
		}
		this.tieout.operations().resume(1, DANA, RunObserver.SILENT);
		this.site.orders("orders-web-2.csv", order("2"));
		Sabotage.failInsert(this.tieout, "ledger_entry", "true");
		assertThat(run().state()).isEqualTo(RunState.FAILED);
		this.control.abandon(2, "the disk was full", DANA);
		assertThat(records()).containsExactly("1 finance Dana run 'job world, business date 2025-06-01' '' 1",
				"2 finance Dana stop 'run 1' '' 1", "3 finance Dana resume 'run 1' '' 1",
				"4 finance Dana run 'job world, business date 2025-06-01' '' 2",
				"5 finance Dana abandon 'run 2' 'the disk was full' 2");
	}

	@Test
	void aRunThatTheNextOneTakesUpIsOnRecordAsResumed() throws Exception {
		this.site.job(Set.of("web"), "reports: {directory: reports}\n");
		Sabotage.trigger(this.tieout, "sabotage", "before insert on batch_step_execution for each row",
				"if new.step_name = 'report' then raise exception 'sabotage'; end if; return new;");
		assertThat(run().state()).isEqualTo(RunState.POSTED);
		Sabotage.remove(this.tieout);
		run();
		assertThat(records()).containsExactly("1 finance Dana run 'job world, business date 2025-06-01' '' 1",
				"2 finance Dana resume 'run 1, its reports' '' 1",
				"3 finance Dana run 'job world, business date 2025-06-01' '' 2");
	}

	@Test
	void whatChangesConnectionsMonthsRulesAndPeopleIsOnRecordAndNamesNoCustomer() throws Exception {
		run();
		ConnectionOperations connections = new ConnectionOperations(this.dataSource, Clock.systemUTC());
		connections.connect("ann@partners.example", "dot@x.example", "Dot", Optional.of("2025-05-01"), "asked", DANA);
		connections.disconnect("ann@partners.example", "kim@x.example", Optional.of("2025-05-01"), "left", DANA);
		run();
		PeriodOperations periods = new PeriodOperations(this.dataSource, Clock.systemUTC());
		periods.close(YearMonth.of(2025, 2), DANA);
		periods.reopen(YearMonth.of(2025, 2), "one is missing", DANA);
		this.site.program(Site.PROGRAM.replace("10%", "11%"));
		new ProgramOperations(this.dataSource, Clock.systemUTC()).accept(this.folder, this.site.job().toString(),
				"typing error", DANA);
		new Forgetting(this.dataSource).forget("kim@x.example", "asked to be", DANA);
		List<String> records = records();
		assertThat(records.stream()
			.map((record) -> record.replaceAll("customer [0-9]+", "customer N")
				.replaceAll("edition [0-9a-f]{64}", "edition H")))
			.containsExactly("1 finance Dana run 'job world, business date 2025-06-01' '' 1",
					"2 finance Dana connect 'customer N, affiliate ann@partners.example, at 2025-05-01T00:00:00Z' 'asked' ",
					"3 finance Dana disconnect 'customer N, affiliate ann@partners.example, at 2025-05-01T00:00:00Z' 'left' ",
					"4 finance Dana run 'job world, business date 2025-06-01' '' 2",
					"5 finance Dana period close 'month 2025-02' '' ",
					"6 finance Dana period reopen 'month 2025-02' 'one is missing' ",
					"7 finance Dana program accept 'edition H: 1 changes' 'typing error' ",
					"8 finance Dana forget 'customer N' 'asked to be' ");
		assertThat(this.tieout.export(Export.OPERATIONS, new ExportScope.WholeStore())).hasLineCount(9)
			.doesNotContain("@x.example");
	}

	@Test
	void aRerunAndItsDryRunAreOnRecord() throws Exception {
		run();
		for (boolean dryRun : new boolean[] { true, false }) {
			this.tieout.bean(RerunOperations.class)
				.rerun(new RerunRequest(this.folder, this.site.job().toString(), LocalDate.of(2025, 1, 1),
						LocalDate.of(2025, 2, 28), "asked", dryRun, false), DANA, RunObserver.SILENT);
		}
		assertThat(records()).containsExactly("1 finance Dana run 'job world, business date 2025-06-01' '' 1",
				"2 finance Dana rerun 'run 2 over 2025-01-01 to 2025-02-28, dry run' 'asked' 2",
				"3 finance Dana rerun 'run 3 over 2025-01-01 to 2025-02-28' 'asked' 3");
	}

	@Test
	void aPlanAndItsApplicationAreOnRecord() throws Exception {
		run();
		Path plan = this.folder.resolve("plan.json");
		PlanOperations plans = this.tieout.bean(PlanOperations.class);
		plans.plan(new PlanRequest(this.folder, this.site.job().toString(), LocalDate.of(2025, 1, 1),
				LocalDate.of(2025, 2, 28), plan, false), DANA, RunObserver.SILENT);
		plans.apply(new ApplyRequest(plan, "agreed"), DANA, RunObserver.SILENT);
		assertThat(records()).containsExactly("1 finance Dana run 'job world, business date 2025-06-01' '' 1",
				"2 finance Dana plan 'run 2 over 2025-01-01 to 2025-02-28' '' 2",
				"3 finance Dana apply 'run 3 over 2025-01-01 to 2025-02-28' 'agreed' 3");
	}

	@Test
	void whatIsRefusedLeavesNoRecord() throws Exception {
		run();
		assertThatException().isThrownBy(() -> this.control.requestStop(1, DANA));
		assertThatException().isThrownBy(() -> this.control.abandon(1, "why", DANA));
		assertThatException().isThrownBy(() -> this.tieout.operations().resume(1, DANA, RunObserver.SILENT));
		assertThatException()
			.isThrownBy(() -> new Forgetting(this.dataSource).forget("nobody@x.example", "asked to be", DANA));
		assertThatException().isThrownBy(
				() -> new PeriodOperations(this.dataSource, Clock.systemUTC()).close(YearMonth.of(2025, 3), DANA));
		assertThatException().isThrownBy(() -> new ProgramOperations(this.dataSource, Clock.systemUTC())
			.accept(this.folder, this.site.job().toString(), "nothing", DANA));
		assertThat(records()).hasSize(1);
	}

	private RunResult run() {
		List<RunResult> results = this.tieout.operations()
			.run(Installation.request(this.site.job(), DATE), DANA, RunObserver.SILENT);
		return results.get(results.size() - 1);
	}

	private List<String> records() {
		return new ArrayList<>(this.tieout.jdbc().sql("""
				select concat_ws(' ', operation_no, operator, operator_as, verb, '''' || detail || '''',
				                 '''' || coalesce(reason, '') || '''', coalesce(run_no::text, ''))
				from operation order by operation_no
				""").query(String.class).list());
	}

	private static String order(String id) {
		return "%s,2025-02-01T00:00:00Z,kim@x.example,USD,10.00,10.00,paid".formatted(id);
	}

}
