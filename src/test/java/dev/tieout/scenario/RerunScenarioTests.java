package dev.tieout.scenario;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;

import dev.tieout.audit.LeftDifference;
import dev.tieout.audit.Preview;
import dev.tieout.audit.RunSummary;
import dev.tieout.audit.jdbc.Previews;
import dev.tieout.audit.jdbc.RunSummaries;
import dev.tieout.cases.Case;
import dev.tieout.operations.RunResult;
import dev.tieout.operations.RunState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** What a rerun judges, posts and leaves (rules.md 8). */
class RerunScenarioTests {

	private static final LocalDate DATE = LocalDate.of(2025, 5, 1);

	@TempDir
	Path folder = Path.of("");

	private final Installation tieout = Installation.fresh();

	private final Answers answers = new Answers(this.tieout);

	private Site site = new Site(Path.of(""));

	private Reruns reruns = new Reruns(this.tieout, this.site);

	/**
	 * Kim, Lee and Max have orders in three months, none of which is referred, and nobody
	 * is due.
	 */
	@BeforeEach
	void postThreeMonths() throws Exception {
		this.site = Site.usual(this.folder)
			.orders("orders-web-1.csv", "k2,2025-02-28T23:59:59Z,kim@x.example,USD,10.00,10.00,paid",
					"k3,2025-03-01T00:00:00Z,kim@x.example,USD,10.00,10.00,paid",
					"k4,2025-04-01T00:00:00Z,kim@x.example,USD,10.00,10.00,paid",
					"l2,2025-02-11T00:00:00Z,lee@x.example,USD,20.00,20.00,paid",
					"l3,2025-03-31T23:59:59Z,lee@x.example,USD,20.00,20.00,paid",
					"m4,2025-04-11T00:00:00Z,max@x.example,USD,30.00,30.00,paid",
					"n3,2025-03-15T00:00:00Z,,USD,30.00,30.00,paid");
		this.reruns = new Reruns(this.tieout, this.site);
		assertThat(this.tieout.run(this.site.job(), DATE).error()).isEmpty();
	}

	@AfterEach
	void close() {
		this.tieout.close();
	}

	@Test
	void onlyDifferencesInTheRangeArePostedAndTheRestStaysDueForTheNextRun() throws Exception {
		this.reruns.hold("kim", "lee", "max");
		RunResult rerun = this.reruns.rerun("2025-03-01", "2025-03-31");
		assertThat(rerun.error()).isEmpty();
		assertThat(rerun.state()).isEqualTo(RunState.COMPLETED);
		assertThat(this.answers.posted(rerun.run())).containsExactly(new Case.Posting("ACCRUAL", "k3", 100),
				new Case.Posting("ACCRUAL", "l3", 200));
		assertThat(this.reruns.proposals(rerun)).containsExactly("k2 100 left", "k3 100 posted", "k4 100 left",
				"l2 200 left", "l3 200 posted");
		assertThat(this.reruns.due()).containsExactly("kim REQUEST", "lee REQUEST", "max REQUEST");
		assertThat(reasonOf("k2")).isEqualTo("NO_CONNECTION");

		RunResult again = this.reruns.rerun("2025-03-01", "2025-03-31");
		assertThat(again.state()).isEqualTo(RunState.COMPLETED);
		assertThat(this.answers.posted(again.run())).isEmpty();
		assertThat(this.answers.count("decision where run_no = " + again.run())).isZero();

		RunResult night = this.tieout.run(this.site.job(), DATE.plusDays(1));
		assertThat(night.error()).isEmpty();
		assertThat(this.answers.posted(night.run())).extracting(Case.Posting::order)
			.containsExactly("l2", "k2", "k4", "m4");
		assertThat(this.reruns.due()).isEmpty();
		assertThat(this.answers.nets()).hasSize(6);
	}

	@Test
	void theTwoTogetherPostWhatOneRunWouldHave() throws Exception {
		this.reruns.hold("kim", "lee", "max");
		this.reruns.rerun("2025-03-01", "2025-03-31");
		this.tieout.run(this.site.job(), DATE.plusDays(1));
		List<String> nets = this.answers.nets();
		List<String> connections = this.answers.connections();
		try (Installation other = Installation.fresh()) {
			assertThat(other.run(this.site.job(), DATE).error()).isEmpty();
			assertThat(new Answers(other).nets()).isEqualTo(nets);
			assertThat(new Answers(other).connections()).isEqualTo(connections);
			assertThat(new Answers(other).decisions()).isEqualTo(this.answers.decisions());
		}
	}

	@Test
	void aDryRunFindsTheSamePostsNothingAndLeavesNobodyDue() throws Exception {
		this.reruns.hold("kim", "lee", "max");
		List<String> before = this.reruns.due();
		RunResult dry = this.reruns.dryRun("2025-03-01", "2025-03-31");
		assertThat(dry.error()).isEmpty();
		assertThat(dry.state()).isEqualTo(RunState.COMPLETED);
		assertThat(this.answers.posted(dry.run())).isEmpty();
		assertThat(this.reruns.due()).isEqualTo(before);
		assertThat(reasonOf("k3")).isEqualTo("NO_CONNECTION");
		assertThat(this.answers.connections()).isEmpty();
		assertThat(this.answers.count("run where posted_at is not null")).isEqualTo(1);
		assertThat(this.answers.count("control_total where expected = found and run_no = " + dry.run()))
			.isEqualTo(this.answers.count("control_total where run_no = " + dry.run()))
			.isPositive();

		RunResult rerun = this.reruns.rerun("2025-03-01", "2025-03-31");
		assertThat(this.reruns.proposals(rerun)).isEqualTo(this.reruns.proposals(dry)).hasSize(5);
	}

	@Test
	void wholeCustomersPostsAllOfWhoeverHasAnOrderInTheRange() throws Exception {
		this.reruns.hold("kim", "lee", "max");
		RunResult rerun = this.reruns.wholeCustomers("2025-03-01", "2025-03-01");
		assertThat(rerun.error()).isEmpty();
		assertThat(this.answers.posted(rerun.run())).extracting(Case.Posting::order).containsExactly("k2", "k3", "k4");
		assertThat(this.reruns.due()).containsExactly("lee REQUEST", "max REQUEST");
	}

	@Test
	void aCustomerWithNothingLeftIsDueNoMore() throws Exception {
		this.reruns.hold("lee", "max");
		this.reruns.rerun("2025-02-01", "2025-03-31");
		assertThat(this.reruns.due()).containsExactly("max REQUEST");
	}

	@Test
	void aChangedDecisionWithoutAnAmountStaysDueToo() throws Exception {
		this.site.file("affiliates-2.csv", """
				affiliate_email,status,effective_from
				ann@partners.example,blocked,2025-01-01
				""");
		this.reruns.hold("kim");
		RunResult rerun = this.reruns.rerun("2025-03-01", "2025-03-31");
		assertThat(this.answers.posted(rerun.run())).isEmpty();
		assertThat(reasonOf("k3")).isEqualTo("AFFILIATE_INACTIVE");
		assertThat(reasonOf("k4")).isEqualTo("NO_CONNECTION");
		assertThat(this.reruns.due()).containsExactly("kim REQUEST");
	}

	@Test
	void anOrderThatMovedIsReversedForItsFormerCustomerWhereItIsNow() throws Exception {
		this.reruns.hold("kim");
		this.tieout.run(this.site.job(), DATE.plusDays(1));
		this.site.orders("orders-web-3.csv", "k3,2025-03-01T00:00:00Z,lee@x.example,USD,10.00,10.00,paid");
		this.reruns.hold();
		assertThat(this.reruns.due()).containsExactly("kim ORDER", "lee ORDER");
		RunResult rerun = this.reruns.rerun("2025-03-01", "2025-03-01");
		assertThat(this.answers.posted(rerun.run())).containsExactly(new Case.Posting("REVERSAL", "k3", -100));
		assertThat(this.reruns.due()).as("Kim has no order in the range any more").containsExactly("kim ORDER");
		RunResult night = this.tieout.run(this.site.job(), DATE.plusDays(2));
		assertThat(this.answers.posted(night.run())).isEmpty();
		assertThat(this.answers.count("decision where superseded_by is null")).isEqualTo(7);
	}

	@Test
	void aNewEditionMakesDueWhomItConcernsBeyondTheRangeUnlessItIsADryRun() throws Exception {
		this.site.orders("orders-web-3.csv", "k6,2025-06-10T00:00:00Z,kim@x.example,USD,10.00,10.00,paid",
				"k7,2025-07-10T00:00:00Z,kim@x.example,USD,10.00,10.00,paid",
				"l6,2025-06-10T00:00:00Z,lee@x.example,USD,20.00,20.00,paid",
				"m7,2025-07-11T00:00:00Z,max@x.example,USD,30.00,30.00,paid");
		this.reruns.hold("kim", "lee", "max");
		this.tieout.run(this.site.job(), DATE.plusDays(1));
		assertThat(this.reruns.due()).isEmpty();
		this.site.program(Site.PROGRAM + """
				- effective-from: 2025-06-01
				  connect: {enabled: true}
				  commission: {rate: 20%}
				""");
		RunResult dry = this.reruns.dryRun("2025-06-01", "2025-06-30");
		assertThat(dry.error()).isEmpty();
		assertThat(this.reruns.due()).isEmpty();
		assertThat(this.answers.count("run join program on accepted_edition = edition_no where run_no = " + dry.run()))
			.as("a dry run accepts no edition")
			.isZero();

		RunResult rerun = this.reruns.rerun("2025-06-01", "2025-06-30");
		assertThat(this.reruns.proposals(rerun)).isEqualTo(this.reruns.proposals(dry));
		assertThat(this.answers.posted(rerun.run())).containsExactly(new Case.Posting("ADJUSTMENT", "k6", 100),
				new Case.Posting("ADJUSTMENT", "l6", 200));
		assertThat(this.reruns.due()).containsExactly("kim LEFT_BY_RERUN", "max EDITION");
		RunResult night = this.tieout.run(this.site.job(), DATE.plusDays(2));
		assertThat(this.answers.posted(night.run())).extracting(Case.Posting::order).containsExactly("k7", "m7");
		assertThat(this.reruns.due()).isEmpty();
	}

	@Test
	void anotherCalculationMakesAllOthersDueUnlessItIsADryRun() {
		this.tieout.ownerJdbc().sql("update program set posted_calculation = 0").update();
		assertThat(this.reruns.dryRun("2025-03-01", "2025-03-31").error()).isEmpty();
		assertThat(this.reruns.due()).isEmpty();
		assertThat(this.reruns.rerun("2025-03-01", "2025-03-31").error()).isEmpty();
		assertThat(this.reruns.due()).containsExactly("max CALCULATION");
		assertThat(this.reruns.rerun("2025-03-01", "2025-03-31").error()).isEmpty();
		assertThat(this.reruns.due()).containsExactly("max CALCULATION");
	}

	@Test
	void theSummaryOfARerunCountsTheOrdersInItsRangeOnly() throws Exception {
		this.reruns.hold("kim");
		RunResult rerun = this.reruns.rerun("2025-03-01", "2025-03-31");
		RunSummary summary = this.tieout.bean(RunSummaries.class).of(rerun.run()).orElseThrow();
		assertThat(summary.ordersJudged()).isEqualTo(3);
		assertThat(summary.header().title()).isEqualTo("Rerun " + rerun.run());
		assertThat(summary.header().range()).hasToString("Optional[2025-03-01 to 2025-03-31]");
		RunResult whole = this.reruns.wholeCustomers("2025-03-01", "2025-03-31");
		assertThat(this.tieout.bean(RunSummaries.class).of(whole.run()).orElseThrow().ordersJudged()).isEqualTo(6);
		assertThat(this.tieout.bean(RunSummaries.class).of(rerun.run()).orElseThrow().decisions())
			.as("read again later")
			.isEqualTo(summary.decisions());
	}

	@Test
	void aPreviewNamesWhatChangesAndWhy() throws Exception {
		this.reruns.hold("kim");
		RunResult dry = this.reruns.dryRun("2025-03-01", "2025-03-31");
		Preview preview = this.tieout.bean(Previews.class).of(dry.run(), 100);
		assertThat(preview.ordersJudged()).isEqualTo(3);
		assertThat(preview.ordersChanged()).isEqualTo(1);
		assertThat(preview.changes()).singleElement().satisfies((change) -> {
			assertThat(change.orderId()).isEqualTo("k3");
			assertThat(change.before().orElseThrow().words()).isEqualTo("NO_CONNECTION");
			assertThat(change.after().words()).isEqualTo("ann@partners.example 1.00 USD");
			assertThat(change.why()).containsExactly("request connections-hold.csv:2");
		});
		assertThat(preview.leftDifferences()).extracting(LeftDifference::orderId).containsExactly("k2", "k4");
		assertThat(preview.left()).singleElement().hasToString("LeftTotal[differences=2, amount=2.00 USD]");
		assertThat(preview.customersLeft()).isEqualTo(1);
	}

	@Test
	void anOrderWithoutAnAddressIsJudgedAsItsOwnTimeline() {
		RunResult rerun = this.reruns.rerun("2025-03-15", "2025-03-15");
		assertThat(rerun.error()).isEmpty();
		assertThat(this.answers.count("scope where customer_no < 0 and run_no = " + rerun.run())).isEqualTo(1);
		assertThat(this.reruns.due()).isEmpty();
	}

	@Test
	void nothingIsImportedAndTheFilesThatWaitAreCounted() throws Exception {
		this.site.orders("orders-web-3.csv", "k5,2025-03-05T00:00:00Z,kim@x.example,USD,10.00,10.00,paid")
			.orders("orders-web-4.csv", "k5,2025-03-05T00:00:00Z,kim@x.example,USD,10.00,10.00,paid")
			.file("affiliates-2.csv", Site.AFFILIATES + "cay@partners.example,CAY,CAY10\n");
		RunResult rerun = this.reruns.rerun("2025-03-01", "2025-03-31");
		assertThat(this.answers.count("run where files_waiting = 2 and run_no = " + rerun.run())).isEqualTo(1);
		assertThat(this.answers.files(rerun.run())).isEmpty();
		assertThat(this.answers.count("order_revision where order_id = 'k5'")).isZero();
		assertThat(this.answers.count("affiliate where address = 'cay@partners.example'")).isZero();
	}

	@Test
	void aRangeWithoutOrdersPostsNothingAndCloses() {
		RunResult rerun = this.reruns.rerun("2020-01-01", "2020-12-31");
		assertThat(rerun.state()).isEqualTo(RunState.COMPLETED);
		assertThat(this.answers.count("scope where run_no = " + rerun.run())).isZero();
	}

	@Test
	void theControlTotalsOfARerunCanFail() throws Exception {
		this.reruns.hold("kim", "lee");
		Sabotage.beforeStep(this.tieout, "close",
				"update ledger_proposal set posts = true where order_id = 'k4' and not posts");
		RunResult rerun = this.reruns.rerun("2025-03-01", "2025-03-31");
		assertThat(rerun.state()).isEqualTo(RunState.FAILED);
		assertThat(rerun.error().orElseThrow()).contains("do not close", "ann@partners.example in USD",
				"expected 3.00, found 4.00");
		assertThat(this.answers.posted(rerun.run())).isEmpty();
		assertThat(this.reruns.due()).containsExactly("kim REQUEST", "lee REQUEST");
	}

	@Test
	void theControlTotalsOfADryRunCanFail() throws Exception {
		this.reruns.hold("kim", "lee");
		Sabotage.beforeStep(this.tieout, "close",
				"update decision set order_total = order_total + 1 where run_no = (select max(run_no) from run)");
		RunResult dry = this.reruns.dryRun("2025-03-01", "2025-03-31");
		assertThat(dry.state()).isEqualTo(RunState.FAILED);
		assertThat(dry.error().orElseThrow()).contains("do not close");
	}

	private String reasonOf(String order) {
		return this.tieout.jdbc().sql("""
				select c.name from decision d
				join run u on u.run_no = d.run_no and u.posted_at is not null
				join reason_code c on c.code = d.reason
				join order_revision o on o.order_no = d.order_no and o.order_id = ? and o.superseded_by is null
				where d.superseded_by is null
				""").param(order).query(String.class).single();
	}

}
