package dev.tieout.scenario;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.tieout.audit.EntryType;
import dev.tieout.audit.Plan;
import dev.tieout.audit.PlannedEntry;
import dev.tieout.operations.ConnectionOperations;
import dev.tieout.operations.ProgramOperations;
import dev.tieout.operations.RefusedException;
import dev.tieout.operations.RunControl;
import dev.tieout.operations.RunObserver;
import dev.tieout.operations.RunResult;
import dev.tieout.operations.RunState;
import dev.tieout.operations.WrongUsageException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A rerun in two steps, with a document between them (rules.md 8, jobs.md). */
class PlanScenarioTests {

	private static final LocalDate DATE = LocalDate.of(2025, 5, 1);

	@TempDir
	Path folder = Path.of("");

	private final Installation tieout = Installation.fresh();

	private final Answers answers = new Answers(this.tieout);

	private Site site = new Site(Path.of(""));

	private Plans plans = new Plans(this.tieout, Path.of(""));

	/** Ann has earned 3.00 with Lee's orders; Kim's orders are nobody's, until now. */
	@BeforeEach
	void connectKimLate() throws Exception {
		this.site = Site.usual(this.folder)
			.connections("connections-1.csv", "ann@partners.example,lee@x.example,2025-01-01,")
			.orders("orders-web-1.csv", "k2,2025-02-10T00:00:00Z,kim@x.example,USD,10.00,10.00,paid",
					"k3,2025-03-10T00:00:00Z,kim@x.example,USD,20.00,20.00,paid",
					"l3,2025-03-11T00:00:00Z,lee@x.example,USD,30.00,30.00,paid");
		this.plans = new Plans(this.tieout, this.site.job());
		assertThat(this.tieout.run(this.site.job(), DATE).error()).isEmpty();
		connect("bob@partners.example", "kim@x.example");
	}

	@AfterEach
	void close() {
		this.tieout.close();
	}

	@Test
	void aPlanSaysWhatWouldBePostedAndLeavesAllAsItIs() throws Exception {
		List<String> before = state();
		Path file = march("march.json");
		assertThat(state()).isEqualTo(before);
		Plan plan = Plans.read(file);
		assertThat(plan.plan()).isEqualTo(2);
		assertThat(plan.job()).isEqualTo("world");
		assertThat(plan.totals().added()).isEqualTo(1);
		assertThat(plan.totals().adjusted() + plan.totals().reversed()).isZero();
		assertThat(plan.totals().ordersJudged()).isEqualTo(2);
		assertThat(plan.totals().ordersUnchanged()).isEqualTo(1);
		assertThat(plan.totals().amounts()).singleElement()
			.hasToString("Amount[affiliate=bob@partners.example, entries=1, amount=2.00 USD]");
		assertThat(plan.totals().outside()).singleElement()
			.hasToString("Amount[affiliate=bob@partners.example, entries=1, amount=1.00 USD]");
		PlannedEntry entry = plan.entries().first().get(0);
		assertThat(entry.type()).isEqualTo(EntryType.ACCRUAL);
		assertThat(entry.order()).isEqualTo("k3");
		assertThat(entry.period()).hasToString("2025-03");
		assertThat(plan.accepts()).isEmpty();
		assertThat(Files.readString(file)).doesNotContain("x.example");
		assertThat(Files.readString(file.resolveSibling("march.csv"))).doesNotContain("x.example");
		assertThat(this.answers.count("run where kind = 'plan' and state = 'COMPLETED' and posted_at is null"))
			.isEqualTo(1);
		assertThat(this.answers.count("operation where verb = 'plan' and run_no = 2")).isEqualTo(1);
	}

	@Test
	void applyingPostsExactlyThatAndTheRestStaysDueForTheNextRun() throws Exception {
		Path file = march("march.json");
		RunResult applied = this.plans.apply(file);
		assertThat(applied.error()).isEmpty();
		assertThat(applied.state()).isEqualTo(RunState.COMPLETED);
		assertThat(this.plans.posted(applied.run())).isEqualTo(Plans.list(file)).hasSize(1);
		assertThat(this.answers.count("run where kind = 'apply' and reason = '" + Plans.REASON + "'")).isEqualTo(1);
		assertThat(this.answers
			.count("operation where verb = 'apply' and reason = '" + Plans.REASON + "' and run_no = " + applied.run()))
			.isEqualTo(1);
		assertThat(this.answers.count("operation where verb = 'program accept'")).isZero();
		assertThat(this.answers.count("due_customer")).isPositive();

		assertRefused(file, "Plan 2 was applied before: run " + applied.run() + " posted it at ", "Nothing was posted");

		RunResult night = this.tieout.run(this.site.job(), DATE.plusDays(1));
		assertThat(this.answers.posted(night.run())).singleElement()
			.hasToString("Posting[type=ACCRUAL, order=k2, amount=100]");
		assertThat(this.answers.count("due_customer")).isZero();
	}

	/** As its process leaves it that is killed between posting and reporting. */
	@Test
	void anAppliedPlanWithoutItsReportsSaysHowToGetThem() throws Exception {
		Path file = march("march.json");
		int run = this.plans.apply(file).run();
		this.tieout.database().asAdministrator("update run set state = 'POSTED' where run_no = " + run);
		assertRefused(file, "was applied before: run " + run,
				"Its reports are still to be written: tieout runs resume " + run);
	}

	@Test
	void wholeCustomersArePlannedWithTheirOtherOrders() throws Exception {
		Path file = this.plans.plan("2025-03-01", "2025-03-31", "march.json", true);
		assertThat(Plans.read(file).totals().outside()).isEmpty();
		assertThat(Plans.read(file).totals().ordersJudged()).isEqualTo(3);
		assertThat(this.plans.posted(this.plans.apply(file).run())).isEqualTo(Plans.list(file)).hasSize(2);
		assertThat(this.answers.count("due_customer")).isZero();
	}

	@Test
	void aPlanOfNothingIsAPlan() throws Exception {
		Path file = this.plans.plan("2025-04-01", "2025-04-30", "april.json");
		assertThat(Plans.read(file).entries().count()).isZero();
		assertThat(this.plans.apply(file).state()).isEqualTo(RunState.COMPLETED);
	}

	@Test
	void whatIsNotTheDocumentThatWasWrittenIsRefused() throws Exception {
		Path file = march("march.json");
		String text = Files.readString(file);
		String csv = Files.readString(this.site.folder().resolve("march.csv"));
		this.site.file("edited.json", text.replace("2.00 USD", "3.00 USD"));
		assertRefused(this.site.folder().resolve("edited.json"), "has been edited since it was written as plan 2");
		this.site.file("broken.json", text.substring(1));
		assertRefused(this.site.folder().resolve("broken.json"), "is no plan as Tieout writes it");
		this.site.file("later.json", text.replace("\"plan\" : 2,", "\"plan\" : 99,"));
		assertRefused(this.site.folder().resolve("later.json"), "plan 99 of the program 'main' in another database");
		this.site.file("other.json", text.replaceFirst("\"database\" : \"[0-9a-f]", "\"database\" : \"x"));
		assertRefused(this.site.folder().resolve("other.json"), "this one has not made it");
		assertThatExceptionOfType(WrongUsageException.class)
			.isThrownBy(() -> this.plans.apply(this.site.folder().resolve("none.json")))
			.withMessageContaining("There is no file");
		this.site.file("march.csv", csv.replace("2.00", "3.00"));
		assertRefused(file, "march.csv' is not the list of entries that was written with plan 2");
		this.site.delete("march.csv");
		assertThat(this.plans.apply(file).state()).isEqualTo(RunState.COMPLETED);
	}

	@Test
	void aFileThatIsThereIsNotOverwritten() throws Exception {
		this.site.file("march.json", "mine");
		assertThatExceptionOfType(WrongUsageException.class).isThrownBy(() -> march("march.json"))
			.withMessageContaining("exists already and is not overwritten");
		assertThat(this.site.folder().resolve("march.json")).hasContent("mine");
		assertThatExceptionOfType(WrongUsageException.class)
			.isThrownBy(() -> this.plans.plan("2025-03-02", "2025-03-01", "new.json"));
		assertThat(this.answers.count("run")).isEqualTo(1);
		assertThat(names()).noneMatch((name) -> name.startsWith(".tieout"));
	}

	@Test
	void aPlanThatIsTooOldIsRefused() throws Exception {
		Path file = march("march.json");
		this.tieout.ownerJdbc().sql("update plan set made_at = made_at - interval '7 days 1 hour'").update();
		assertRefused(file, "more than 7 days ago", "tieout plan world --from 2025-03-01 --to 2025-03-31 --out FILE");
		this.tieout.ownerJdbc().sql("update plan set made_at = made_at + interval '2 hours'").update();
		assertThat(this.plans.apply(file).state()).isEqualTo(RunState.COMPLETED);
	}

	@Test
	void whatHasMovedIsNamed() throws Exception {
		Path file = march("march.json");
		connect("ann@partners.example", "mia@x.example");
		assertRefused(file, "Plan 2 is out of date", "connections: 1 request more, the last is operation");

		file = march("march-2.json");
		this.site.orders("orders-web-2.csv", "n3,2025-03-12T00:00:00Z,nils@x.example,USD,40.00,40.00,paid")
			.file("affiliates-2.csv", "affiliate_email,effective_from\ncid@partners.example,2025-01-01\n")
			.file("existing-1.csv", "customer_email,customer_since\nola@x.example,2020-01-01\n");
		assertThat(this.tieout.run(this.site.job(), DATE.plusDays(1)).error()).isEmpty();
		assertRefused(file, "inputs: ", " more, the last is orders-web-2.csv",
				"affiliates: 1 row more, the last is line 2 of affiliates-2.csv",
				"ledger: 2 entries more, the last is ");

		file = march("march-3.json");
		this.tieout.ownerJdbc().sql("insert into period (month, closed) values ('2025-01-01', true)").update();
		assertRefused(file, "periods: 1 closed month more, the last is 2025-01");

		file = march("march-4.json");
		this.site.program(Site.PROGRAM.replace("rate: 10%", "rate: 11%"));
		assertRefused(file, "program: is ", ", was ");
		new ProgramOperations(this.tieout.database().dataSource(), Clock.systemUTC()).accept(Path.of("jobs"),
				this.site.job().toString(), "a test", Installation.TESTER);
		assertRefused(file, "accepted edition: is ", ", was ");

		file = march("march-5.json");
		this.tieout.ownerJdbc()
			.sql("update plan set fingerprint = regexp_replace(fingerprint, '[^\"]*, calculation 1', '0.1, calculation 1')")
			.update();
		assertRefused(file, "Tieout's version: is ", ", was 0.1, calculation 1");
		assertThat(this.answers.count("run where kind = 'apply'")).isZero();
	}

	@Test
	void existingCustomersThatMoveAreNamed() throws Exception {
		Path file = march("march.json");
		this.tieout.jdbc().sql("""
				insert into existing_customer (customer_no, since, file_no, line)
				select 1, '2020-01-01', min(file_no), 7 from input_file where state = 'posted'
				""").update();
		assertRefused(file, "existing customers: 1 entry more, the last is line 7 of ");
	}

	@Test
	void applyingAPlanAcceptsTheProgramItWasMadeWith() throws Exception {
		this.site.program(Site.PROGRAM.replace("rate: 10%", "rate: 11%"));
		assertThatExceptionOfType(RefusedException.class)
			.isThrownBy(() -> this.tieout.run(this.site.job(), DATE.plusDays(1)))
			.withMessageContaining("RULES_REWRITTEN");
		List<String> before = state();
		Path file = march("march.json");
		assertThat(state()).isEqualTo(before);
		assertThat(Plans.read(file).accepts()).singleElement().asString().contains("rate", "10%", "11%");
		RunResult applied = this.plans.apply(file);
		assertThat(applied.error()).isEmpty();
		assertThat(this.plans.posted(applied.run())).isEqualTo(Plans.list(file)).hasSize(2);
		assertThat(this.answers.nets()).containsExactly("k3 bob@partners.example USD 220",
				"l3 ann@partners.example USD 330");
		assertThat(this.answers.count("operation where verb = 'program accept' and reason = '" + Plans.REASON
				+ "' and run_no = " + applied.run()))
			.isEqualTo(1);
		assertThat(this.answers.count("program p join edition e on e.edition_no = p.accepted_edition where e.hash = '"
				+ Plans.read(file).edition() + "'"))
			.isEqualTo(1);
		RunResult night = this.tieout.run(this.site.job(), DATE.plusDays(1));
		assertThat(night.error()).isEmpty();
		assertThat(this.answers.posted(night.run())).singleElement()
			.hasToString("Posting[type=ACCRUAL, order=k2, amount=110]");
	}

	@Test
	void otherEntriesThanPlannedAreNotPosted() throws Exception {
		Path file = march("march.json");
		String planned = this.tieout.ownerJdbc().sql("select entries_sha256 from plan").query(String.class).single();
		this.tieout.ownerJdbc().sql("update plan set entries_sha256 = 'ff'").update();
		long posted = this.answers.count("ledger_entry");
		assertRefused(file, "OTHER_ENTRIES: plan 2 promised 1 entry, but computed again it comes to other ones");
		assertThat(this.answers.count("ledger_entry")).isEqualTo(posted);
		assertThat(this.answers.count("run where kind = 'apply' and state = 'FAILED' and posted_at is null"))
			.isEqualTo(1);
		this.tieout.ownerJdbc().sql("update plan set entries_sha256 = ?").param(planned).update();
		assertThat(this.plans.apply(file).state()).isEqualTo(RunState.COMPLETED);
	}

	@Test
	void ofTwoAppliesAtOnceOnePosts() throws Exception {
		Path file = march("march.json");
		try (Installation other = this.tieout.alongside()) {
			List<CompletableFuture<RunResult>> both = Stream.of(this.plans, new Plans(other, this.site.job()))
				.map((plans) -> CompletableFuture.supplyAsync(() -> plans.apply(file)))
				.toList();
			int refused = 0;
			for (CompletableFuture<RunResult> one : both) {
				try {
					assertThat(one.join().state()).isEqualTo(RunState.COMPLETED);
				}
				catch (CompletionException ex) {
					assertThat(ex).hasCauseInstanceOf(RefusedException.class);
					refused++;
				}
			}
			assertThat(refused).isEqualTo(1);
		}
		assertThat(this.answers.nets()).containsExactly("k3 bob@partners.example USD 200",
				"l3 ann@partners.example USD 300");
		assertThat(this.answers.count("run where kind = 'apply'")).isEqualTo(1);
	}

	@Test
	void anApplyThatWasCutOffIsResumedAndComparesAgain() throws Exception {
		Path file = march("march.json");
		int apply = stopped(file, "compare");
		assertRefused(file, "Run " + apply + " set out to apply plan 2", "tieout runs resume " + apply);
		RunResult resumed = this.tieout.operations().resume(apply, Installation.TESTER, RunObserver.SILENT);
		assertThat(resumed.error()).isEmpty();
		assertThat(resumed.state()).isEqualTo(RunState.COMPLETED);
		assertThat(this.plans.posted(apply)).isEqualTo(Plans.list(file)).hasSize(1);
		assertRefused(file, "was applied before: run " + apply);
	}

	@Test
	void anApplyThatWasGivenUpLeavesThePlanToBeApplied() throws Exception {
		Path file = march("march.json");
		int apply = stopped(file, "close");
		new RunControl(this.tieout.bean(DataSource.class)).abandon(apply, "a test", Installation.TESTER);
		RunResult again = this.plans.apply(file);
		assertThat(again.state()).isEqualTo(RunState.COMPLETED);
		assertThat(this.plans.posted(again.run())).isEqualTo(Plans.list(file));
	}

	@Test
	void aPlanThatWasCutOffIsGivenUpByTheNextRun() throws Exception {
		Sabotage.beforeStep(this.tieout, "plan",
				"perform pg_sleep(0.6); update run set stop_requested = true where kind = 'plan'");
		Path file = this.site.folder().resolve("march.json");
		assertThat(this.plans.run("2025-03-01", "2025-03-31", file, false).state()).isEqualTo(RunState.STOPPED);
		assertThat(file).doesNotExist();
		Sabotage.remove(this.tieout);
		assertThat(this.tieout.run(this.site.job(), DATE.plusDays(1)).state()).isEqualTo(RunState.COMPLETED);
		assertThat(this.answers.count("run where kind = 'plan' and state = 'ABANDONED'")).isEqualTo(1);
	}

	@Test
	void aRequestThatComesWhileAPlanIsMadeSpoilsIt() throws Exception {
		try (Roadblock roadblock = Roadblock.beforeInsert(this.tieout, "decision", "true")) {
			Path file = this.site.folder().resolve("march.json");
			CompletableFuture<RunResult> plan = CompletableFuture
				.supplyAsync(() -> this.plans.run("2025-03-01", "2025-03-31", file, false));
			roadblock.awaitRun();
			connect("ann@partners.example", "mia@x.example");
			roadblock.letGo();
			assertThat(plan.join().state()).isEqualTo(RunState.FAILED);
			assertThat(plan.join().error().orElseThrow()).contains("connections: 1 request more",
					"No plan was written");
			assertThat(file).doesNotExist();
		}
		assertThat(names()).noneMatch((name) -> name.startsWith(".tieout"));
	}

	@Test
	void aPlanBeforeTheFirstRunIsRefused(@TempDir Path place) throws Exception {
		try (Installation empty = Installation.fresh()) {
			Site fresh = Site.usual(place).job(Set.of("web"), "");
			assertThatExceptionOfType(RefusedException.class)
				.isThrownBy(() -> new Plans(empty, fresh.job()).plan("2025-03-01", "2025-03-31", "march.json"));
			Files.copy(march("march.json"), place.resolve("march.json"));
			assertThatExceptionOfType(RefusedException.class)
				.isThrownBy(() -> new Plans(empty, fresh.job()).apply(place.resolve("march.json")))
				.withMessageContaining("in another database");
		}
	}

	/** An apply that was asked to stop before a step. */
	private int stopped(Path file, String step) {
		Sabotage.beforeStep(this.tieout, step,
				"perform pg_sleep(0.6); update run set stop_requested = true where kind = 'apply'");
		RunResult result = this.plans.apply(file);
		assertThat(result.state()).isEqualTo(RunState.STOPPED);
		assertThat(this.answers.posted(result.run())).isEmpty();
		Sabotage.remove(this.tieout);
		return result.run();
	}

	private Path march(String name) {
		return this.plans.plan("2025-03-01", "2025-03-31", name);
	}

	private void connect(String affiliate, String customer) {
		new ConnectionOperations(this.tieout.database().dataSource(), Clock.systemUTC()).connect(affiliate, customer,
				"", Optional.of("2025-01-01"), "a test", Installation.TESTER);
	}

	private void assertRefused(Path file, String... words) {
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> this.plans.apply(file))
			.satisfies((refused) -> assertThat(refused.getMessage()).contains(words));
	}

	/** What a plan must leave as it is. */
	private List<String> state() {
		return this.tieout.jdbc().sql("""
				select 'due ' || due_no || ' ' || customer_no || ' ' || cause from due_customer
				union all select 'entry ' || entry_no from ledger_entry
				union all select 'file ' || file_no || ' ' || state from input_file
				union all select 'decision ' || order_no from decision where superseded_by is null
				          and run_no in (select run_no from run where posted_at is not null)
				union all select 'outcome ' || request_no from request_outcome where superseded_by is null
				          and run_no in (select run_no from run where posted_at is not null)
				union all select 'connection ' || source from connection where superseded_by is null
				          and run_no in (select run_no from run where posted_at is not null)
				union all select 'program ' || accepted_edition || ' ' || last_posted_run from program
				order by 1
				""").query(String.class).list();
	}

	private List<String> names() throws Exception {
		try (Stream<Path> files = Files.list(this.site.folder())) {
			return files.map((file) -> file.getFileName().toString()).toList();
		}
	}

}
