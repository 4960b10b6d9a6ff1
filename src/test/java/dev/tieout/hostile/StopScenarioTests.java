package dev.tieout.hostile;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

import dev.tieout.database.TestDatabase;
import dev.tieout.hostile.Gate.Point;
import dev.tieout.hostile.TieoutProcess.Ended;
import dev.tieout.operations.RunState;
import dev.tieout.scenario.Installation;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Stopping, from without and from another process, wherever a run is: within ten seconds,
 * with exit code 4, and the same command goes on to what an undisturbed run comes to.
 */
class StopScenarioTests {

	private static final Duration PROMISED = Duration.ofSeconds(10);

	private static final int CUSTOMERS = 60;

	@TempDir
	Path folder = Path.of("");

	private final TestDatabase database = TestDatabase.fresh();

	private final JdbcClient jdbc = JdbcClient.create(this.database.dataSource());

	private Shop shop;

	private Gate gate;

	@BeforeEach
	void open() throws Exception {
		this.shop = Shop.open(this.folder.resolve("shop"), CUSTOMERS, 1).night(1);
		this.gate = Gate.build(this.database.ownerDataSource());
	}

	@AfterEach
	void close() throws Exception {
		this.gate.close();
		this.database.close();
	}

	@Test
	void aStopCancelsTheStatementThatAStepOfOneTransactionIsAt() throws Exception {
		stopHeldAt("insert", "affiliate_row", "settle affiliates", Stop.TERMINATE);
		stopHeldAt("insert", "scope", "scope", Stop.COMMAND);
		stopHeldAt("insert", "control_total", "close", Stop.INTERRUPT);
		stopHeldAt("insert", "ledger_entry", "post", Stop.TERMINATE);
		Ended resumed = run();
		assertThat(resumed.exitCode()).as(resumed.errors()).isZero();
		assertThat(states()).containsExactly("COMPLETED", "COMPLETED");
		assertSameAsUndisturbed();
		Ended shown = tieout("runs", "show", "1");
		assertThat(shown.output()).contains("execution  step", "stopped").doesNotContain("Exception");
	}

	@Test
	void aStopWhileJudgingEndsAtTheChunkAndOneBehindPostingIsTooLate() throws Exception {
		this.gate.closeAt(Point.in("reconcile worker:%", 2));
		try (TieoutProcess run = start()) {
			run.awaitWhileAlive(this.gate::isHolding, "reconcile");
			run.interrupt();
			run.awaitWhileAlive(() -> run.errors().contains("Stopping"), "say that it stops");
			this.gate.open();
			assertThat(run.ended().exitCode()).as(run.errors()).isEqualTo(4);
		}
		assertThat(states()).containsExactly("STOPPED");
		this.gate.closeAt(Point.behind("post"));
		try (TieoutProcess run = start()) {
			run.awaitWhileAlive(this.gate::isHolding, "post");
			Ended refused = tieout("runs", "stop", "1");
			assertThat(refused.exitCode()).isEqualTo(3);
			assertThat(refused.errors()).contains("Run 1 has posted").contains("not stopped");
			run.terminate();
			run.awaitWhileAlive(() -> run.errors().contains("Stopping"), "say that it stops");
			this.gate.open();
			// It writes its reports, and begins no other run.
			Ended ended = run.ended();
			assertThat(ended.exitCode()).as(ended.errors()).isEqualTo(4);
		}
		assertThat(states()).containsExactly("COMPLETED");
		assertSameAsUndisturbed();
	}

	@Test
	void whoWaitsForAnotherProcessCanBeStoppedAndHasRegisteredNothing() throws Exception {
		this.shop.waits(5);
		this.gate.closeAt(Point.in("reconcile worker:%", 1));
		try (TieoutProcess first = start()) {
			first.awaitWhileAlive(this.gate::isHolding, "reconcile");
			try (TieoutProcess second = start()) {
				second.awaitWhileAlive(() -> second.errors().contains("Waiting up to 5 minutes for run 1"), "wait");
				second.terminate();
				Ended ended = endedInTime(second);
				assertThat(ended.exitCode()).as(ended.errors()).isEqualTo(4);
				assertThat(ended.errors()).contains("No run was registered");
			}
			this.gate.open();
			assertThat(first.ended().exitCode()).isZero();
		}
		assertThat(states()).containsExactly("COMPLETED");
	}

	@Test
	void aRunWhoseProcessIsGoneIsToldApartAndTheNextRunGoesOnWithIt() throws Exception {
		this.gate.closeAt(Point.in("reconcile worker:%", 2));
		try (TieoutProcess run = start()) {
			run.awaitWhileAlive(this.gate::isHolding, "reconcile");
			assertThat(tieout("runs", "show", "1").output()).contains("state          RUNNING, at work on reconcile");
			run.kill();
		}
		this.gate.open();
		awaitGone();
		assertThat(tieout("runs").output()).contains("no sign of life since", "the next run of its job resumes it");
		assertThat(tieout("runs", "show", "1").output()).contains("state          RUNNING, no sign of life since",
				"cut off");
		Ended stop = tieout("runs", "stop", "1");
		assertThat(stop.exitCode()).isEqualTo(3);
		assertThat(stop.errors()).contains("Run 1 is not at work: its process is gone")
			.contains("There is nothing to stop");
		Ended next = run();
		assertThat(next.exitCode()).as(next.errors()).isZero();
		assertThat(next.errors()).contains("Run 1 was not finished and goes on.");
		assertThat(states()).containsExactly("COMPLETED", "COMPLETED");
		assertSameAsUndisturbed();
	}

	private void stopHeldAt(String when, String table, String step, Stop stop) throws Exception {
		this.gate.closeBefore(when, table);
		try (TieoutProcess run = start()) {
			run.awaitWhileAlive(this.gate::isHolding, "come to " + step);
			switch (stop) {
				case TERMINATE -> run.terminate();
				case INTERRUPT -> run.interrupt();
				case COMMAND -> assertThat(tieout("runs", "stop", "1").exitCode()).isZero();
			}
			Ended ended = endedInTime(run);
			assertThat(ended.exitCode()).as(step + ": " + ended.errors()).isEqualTo(4);
		}
		this.gate.openTable();
		assertThat(states()).as(step).containsExactly("STOPPED");
		assertThat(this.jdbc.sql("""
				select status from batch_step_execution where step_name = ? order by step_execution_id desc limit 1
				""").param(step).query(String.class).single()).as(step).isEqualTo("STOPPED");
		assertThat(this.jdbc.sql("select count(*) from ledger_entry").query(Long.class).single()).isZero();
	}

	private static Ended endedInTime(TieoutProcess process) throws Exception {
		long since = System.nanoTime();
		Ended ended = process.ended();
		assertThat(Duration.ofNanos(System.nanoTime() - since)).isLessThan(PROMISED);
		return ended;
	}

	/** PostgreSQL notices within moments that a process is gone. */
	private void awaitGone() {
		long until = System.nanoTime() + PROMISED.toNanos();
		while (this.jdbc.sql("select exists (select from run_at_work)").query(Boolean.class).single()) {
			assertThat(System.nanoTime()).isLessThan(until);
			Thread.onSpinWait();
		}
	}

	private List<String> states() {
		return this.jdbc.sql("select state from run order by run_no").query(String.class).list();
	}

	private void assertSameAsUndisturbed() throws Exception {
		Map<String, List<String>> actual = Ledger.of(this.database.dataSource());
		try (Installation tieout = Installation.fresh()) {
			Shop other = Shop.open(this.folder.resolve("other"), CUSTOMERS, 1).night(1);
			assertThat(tieout.run(other.job(), other.date(1)).state()).isEqualTo(RunState.COMPLETED);
			Map<String, List<String>> expected = Ledger.of(tieout.database().dataSource());
			assertThat(expected.get("LEDGER")).isNotEmpty();
			expected.forEach((name, rows) -> assertThat(actual.get(name)).as(name).isEqualTo(rows));
		}
	}

	private TieoutProcess start() {
		return TieoutProcess.start(this.shop.folder(), this.database.environment(), this.shop.run(1));
	}

	private Ended run() throws Exception {
		try (TieoutProcess process = start()) {
			return process.ended();
		}
	}

	private Ended tieout(String... arguments) throws Exception {
		try (TieoutProcess process = TieoutProcess.start(this.shop.folder(), this.database.environment(), arguments)) {
			return process.ended();
		}
	}

	private enum Stop {

		TERMINATE, INTERRUPT, COMMAND

	}

}
