package dev.tieout.scenario;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import dev.tieout.cases.Case;
import dev.tieout.operations.RerunOperations;
import dev.tieout.operations.RerunRequest;
import dev.tieout.operations.RunObserver;
import dev.tieout.operations.RunResult;
import dev.tieout.operations.RunState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Orders of a range judged again (rules.md 8). */
class RerunScenarioTests {

	private static final LocalDate DATE = LocalDate.of(2025, 5, 1);

	@TempDir
	Path folder = Path.of("");

	private final Installation tieout = Installation.fresh();

	private final Answers answers = new Answers(this.tieout);

	private Site site = new Site(Path.of(""));

	/**
	 * Kim and Lee have an order in each of three months, none of which is referred, and
	 * nobody is due.
	 */
	@BeforeEach
	void postThreeMonths() throws Exception {
		this.site = Site.usual(this.folder)
			.orders("orders-web-1.csv", "k2,2025-02-10T00:00:00Z,kim@x.example,USD,10.00,10.00,paid",
					"k3,2025-03-10T00:00:00Z,kim@x.example,USD,10.00,10.00,paid",
					"k4,2025-04-10T00:00:00Z,kim@x.example,USD,10.00,10.00,paid",
					"l2,2025-02-11T00:00:00Z,lee@x.example,USD,20.00,20.00,paid",
					"l3,2025-03-11T00:00:00Z,lee@x.example,USD,20.00,20.00,paid");
		assertThat(this.tieout.run(this.site.job(), DATE).error()).isEmpty();
	}

	@AfterEach
	void close() {
		this.tieout.close();
	}

	@Test
	void onlyTheDifferencesInTheRangeArePostedAndTheRestStaysDueUntilTheNextRun() throws Exception {
		connectKimAndLeeButImportFails();
		RunResult rerun = rerun("2025-03-01", "2025-03-31");
		assertThat(rerun.error()).isEmpty();
		assertThat(rerun.state()).isEqualTo(RunState.COMPLETED);
		assertThat(this.answers.posted(rerun.run())).containsExactly(new Case.Posting("ACCRUAL", "k3", 100),
				new Case.Posting("ACCRUAL", "l3", 200));
		assertThat(due()).containsExactly("kim@x.example 1", "lee@x.example 1");
		assertThat(this.answers.count("ledger_proposal where run_no = %d and not posts".formatted(rerun.run())))
			.isEqualTo(3);

		RunResult again = rerun("2025-03-01", "2025-03-31");
		assertThat(again.state()).isEqualTo(RunState.COMPLETED);
		assertThat(this.answers.posted(again.run())).isEmpty();

		RunResult night = this.tieout.run(this.site.job(), DATE.plusDays(1));
		assertThat(night.error()).isEmpty();
		assertThat(this.answers.posted(night.run())).extracting(Case.Posting::order).containsExactly("k2", "l2", "k4");
		assertThat(due()).isEmpty();
	}

	@Test
	void aDryRunFindsTheSameAndPostsNothing() throws Exception {
		connectKimAndLeeButImportFails();
		List<String> before = due();
		RunResult dry = dryRun("2025-03-01", "2025-03-31");
		assertThat(dry.error()).isEmpty();
		assertThat(dry.state()).isEqualTo(RunState.COMPLETED);
		assertThat(this.answers.posted(dry.run())).isEmpty();
		assertThat(due()).isEqualTo(before);
		assertThat(this.answers.count("control_total where run_no = %d and equation > 1".formatted(dry.run())))
			.isPositive();
		RunResult rerun = rerun("2025-03-01", "2025-03-31");
		assertThat(proposals(rerun)).isEqualTo(proposals(dry)).hasSize(5);
		assertThat(this.answers.posted(rerun.run())).hasSize(2);
	}

	/** Requests that are held, of a run that fails before it posts. */
	private void connectKimAndLeeButImportFails() throws Exception {
		this.site.connections("connections-1.csv", "ann@partners.example,kim@x.example,2025-01-01,",
				"ann@partners.example,lee@x.example,2025-01-01,");
		this.site.file("orders-web-2.csv", "no,header\n1,2\n");
		assertThat(this.tieout.run(this.site.job(), DATE).state()).isEqualTo(RunState.FAILED);
		this.site.delete("orders-web-2.csv");
	}

	private RunResult rerun(String from, String to) {
		return rerun(request(from, to, false, false));
	}

	private RunResult dryRun(String from, String to) {
		return rerun(request(from, to, true, false));
	}

	private RunResult rerun(RerunRequest request) {
		List<RunResult> results = this.tieout.bean(RerunOperations.class)
			.rerun(request, Installation.TESTER, RunObserver.SILENT);
		return results.get(results.size() - 1);
	}

	private RerunRequest request(String from, String to, boolean dryRun, boolean whole) {
		return new RerunRequest(Path.of("jobs"), this.site.job().toString(), LocalDate.parse(from), LocalDate.parse(to),
				"a test", dryRun, whole);
	}

	private List<String> due() {
		return this.tieout.jdbc().sql("""
				select address || ' ' || cause from due_customer left join customer using (customer_no) order by 1
				""").query(String.class).list();
	}

	private List<String> proposals(RunResult run) {
		return this.tieout.jdbc()
			.sql("""
					select concat_ws(' ', order_id, affiliate_no, currency, amount, posts) from ledger_proposal where run_no = ?
					order by 1
					""")
			.param(run.run())
			.query(String.class)
			.list();
	}

}
