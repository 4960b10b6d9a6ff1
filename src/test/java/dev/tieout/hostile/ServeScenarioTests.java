package dev.tieout.hostile;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import dev.tieout.database.TestDatabase;
import dev.tieout.hostile.Gate.Point;
import dev.tieout.hostile.TieoutProcess.Ended;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Processes that serve, as processes: two of them on one database, one that is killed,
 * one that is told to end.
 */
class ServeScenarioTests {

	private static final int ORDERS = 400;

	private static final String OFTEN = "schedule: {cron: \"0/4 * * * * ?\"}\n";

	private final TestDatabase database = TestDatabase.fresh();

	private final JdbcClient jdbc = JdbcClient.create(this.database.dataSource());

	private Path folder = Path.of("");

	@BeforeEach
	void putOrders(@TempDir Path directory) throws Exception {
		this.folder = directory;
		Inbox inbox = Inbox.in(directory, "web");
		List<String> orders = new ArrayList<>();
		for (int i = 1; i <= ORDERS; i++) {
			orders.add(Inbox.order(Integer.toString(i)));
		}
		inbox.orders("orders-1.csv", orders.toArray(String[]::new));
		schedule(OFTEN);
	}

	private void schedule(String section) throws Exception {
		Path jobs = Files.createDirectories(this.folder.resolve("jobs"));
		String job = Inbox.in(this.folder, "web").job("../orders-*.csv");
		Files.writeString(jobs.resolve("web.yml"),
				job.replace("program.yml", "../program.yml")
					.replace("affiliates*.csv", "../affiliates*.csv")
					.replace("directory: reports", "directory: ../reports")
					.replace("wait-minutes: 0", "wait-minutes: 1") + section);
	}

	private TieoutProcess serve() {
		return TieoutProcess.start(this.folder, this.database.environment(), "serve", "--port", "0");
	}

	private long count(String fromWhere) {
		return this.jdbc.sql("select count(*) from " + fromWhere).query(Long.class).single();
	}

	/** The processes' ids as they enrolled themselves. */
	private boolean isAtWork(TieoutProcess process) {
		return count(
				"firing f join serve_process p using (process_no) where f.outcome is null and p.name like '%, process "
						+ process.pid() + "'") > 0;
	}

	/**
	 * Everything is posted once, by as many runs as there were times, as an undisturbed
	 * store has it.
	 */
	private void assertOnce() throws Exception {
		Map<String, List<String>> all = Ledger.of(this.database.dataSource());
		assertThat(all.get("LEDGER")).hasSize(ORDERS).allMatch((entry) -> entry.contains("|2.00|"));
		assertThat(all.get("DECISIONS")).hasSize(ORDERS);
		assertThat(all.get("due")).isEmpty();
		assertThat(all.get("open totals")).isEmpty();
		assertThat(count("firing where outcome <> 'COMPLETED'")).isZero();
		assertThat(count("run")).isEqualTo(count("firing where run_no is not null"));
		assertThat(count("run where state = 'COMPLETED' and operator_as = 'serve'")).isEqualTo(count("run"));
		assertThat(this.jdbc.sql("select count(distinct run_no) from firing").query(Long.class).single())
			.isEqualTo(count("run"));
	}

	@Test
	void twoProcessesRunEachTimeOnceAndOneFinishesWhatTheOtherLeaves() throws Exception {
		try (Gate gate = Gate.build(this.database.ownerDataSource());
				TieoutProcess one = serve();
				TieoutProcess other = serve()) {
			gate.closeAt(Point.in("read orders file:%", 3));
			one.awaitWhileAlive(() -> one.errors().contains("web: ") && other.errors().contains("web: "), "serve");
			one.awaitWhileAlive(gate::isHolding, "read orders");
			boolean first = isAtWork(one);
			assertThat(isAtWork(other)).isNotEqualTo(first);
			TieoutProcess killed = first ? one : other;
			TieoutProcess survivor = first ? other : one;
			killed.kill();
			gate.open();
			long start = System.nanoTime();
			survivor.awaitWhileAlive(() -> count("firing where outcome = 'COMPLETED'") > 0, "finish the run");
			assertThat(System.nanoTime() - start).isLessThan(20_000_000_000L);
			assertThat(survivor.errors()).contains("run 1 was not finished and goes on.");
			survivor.awaitWhileAlive(() -> count("firing where outcome = 'COMPLETED'") > 2, "run the job again");
			Files.delete(this.folder.resolve("jobs/web.yml"));
			survivor.awaitWhileAlive(() -> survivor.errors().contains("web: unscheduled"), "notice the missing file");
			survivor.awaitWhileAlive(() -> count("firing where outcome is null") == 0, "come to rest");
			survivor.terminate();
			Ended ended = survivor.ended();
			assertThat(ended.exitCode()).as(ended.errors()).isZero();
			assertThat(ended.errors()).doesNotContain("\tat ", "Exception", "WARN", "@home.example");
			assertThat(count("operation where verb = 'resume'")).isOne();
			assertOnce();
			assertThat(count("serve_process where ended_at is not null")).isOne();
		}
	}

	@Test
	void whatAProcessStopsBecauseItHasToEndTheNextOneGoesOnWith() throws Exception {
		try (Gate gate = Gate.build(this.database.ownerDataSource())) {
			gate.closeAt(Point.in("read orders file:%", 3));
			try (TieoutProcess ending = serve()) {
				ending.awaitWhileAlive(gate::isHolding, "read orders");
				ending.terminate();
				ending.awaitWhileAlive(() -> ending.errors().contains("Ending"), "say that it ends");
				long start = System.nanoTime();
				gate.open();
				Ended ended = ending.ended();
				assertThat(System.nanoTime() - start).isLessThan(10_000_000_000L);
				assertThat(ended.exitCode()).as(ended.errors()).isEqualTo(4);
				assertThat(ended.errors()).doesNotContain("\tat ", "Exception", "WARN", "@home.example");
			}
			assertThat(state(1)).isEqualTo("STOPPED");
			assertThat(count("firing where outcome is null and run_no = 1")).isOne();
			try (TieoutProcess next = serve()) {
				next.awaitWhileAlive(() -> count("firing where outcome = 'COMPLETED' and run_no = 1") == 1, "go on");
				Files.delete(this.folder.resolve("jobs/web.yml"));
				next.awaitWhileAlive(() -> next.errors().contains("web: unscheduled"), "notice the missing file");
				next.awaitWhileAlive(() -> count("firing where outcome is null") == 0, "come to rest");
				next.terminate();
				assertThat(next.ended().exitCode()).isZero();
			}
			assertThat(count("operation where verb = 'resume'")).isOne();
			assertOnce();
		}
	}

	@Test
	void whatAnOperatorStopsIsTheirs() throws Exception {
		schedule("schedule: {cron: \"0/4 * * * * ?\", misfire: skip}\n");
		try (Gate gate = Gate.build(this.database.ownerDataSource()); TieoutProcess serving = serve()) {
			gate.closeAt(Point.in("read orders file:%", 3));
			serving.awaitWhileAlive(gate::isHolding, "read orders");
			Files.delete(this.folder.resolve("jobs/web.yml"));
			serving.awaitWhileAlive(() -> serving.errors().contains("web: unscheduled"), "notice the missing file");
			try (TieoutProcess stop = TieoutProcess.start(this.folder, this.database.environment(), "runs", "stop", "1",
					"--as", "night shift")) {
				assertThat(stop.ended().exitCode()).isZero();
			}
			gate.open();
			serving.awaitWhileAlive(() -> count("firing where outcome = 'STOPPED' and run_no = 1") == 1,
					"stop the run");
			serving.terminate();
			assertThat(serving.ended().exitCode()).isZero();
			try (TieoutProcess next = serve()) {
				next.awaitWhileAlive(() -> next.errors().contains("has a schedule yet"), "serve");
				next.terminate();
				assertThat(next.ended().exitCode()).isZero();
			}
			assertThat(state(1)).isEqualTo("STOPPED");
			assertThat(count("run")).isOne();
		}
	}

	/**
	 * Whatever it has come to by then; before Java has begun the signal itself ends it.
	 */
	@Test
	void whoIsToldToEndWhileItStartsEndsWell() throws Exception {
		Files.delete(this.folder.resolve("jobs/web.yml"));
		for (int millis = 400; millis < 3_200; millis += 400) {
			try (TieoutProcess serving = serve()) {
				serving.endsWithin(Duration.ofMillis(millis));
				serving.terminate();
				Ended ended = serving.ended();
				assertThat(ended.exitCode()).as(ended.errors()).isIn(0, 143);
				assertThat(ended.errors()).doesNotContain("should not happen", "Exception");
			}
		}
	}

	private String state(int run) {
		return Objects.requireNonNull(
				this.jdbc.sql("select state from run where run_no = ?").param(run).query(String.class).single());
	}

}
