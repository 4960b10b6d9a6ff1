package dev.tieout.operations;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongToIntFunction;

import javax.sql.DataSource;

import dev.tieout.job.PinnedRun;
import dev.tieout.job.ReconciliationJob;
import dev.tieout.job.RunTables;
import dev.tieout.job.StopFlag;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The run that is active: it waits for the program's lock, is worked to its end, and can
 * be stopped.
 */
@Component
final class ActiveRuns {

	private static final Duration LOOK_EVERY = Duration.ofMillis(500);

	private static final Duration STOP_WITHIN = Duration.ofSeconds(10);

	private final DataSource dataSource;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final JobLauncher launcher;

	private final ReconciliationJob job;

	private final Reporting reporting;

	private final ReportParts parts;

	private final RunStates states;

	ActiveRuns(DataSource dataSource, JdbcClient jdbc, PlatformTransactionManager transactions, JobLauncher launcher,
			ReconciliationJob job, Reporting reporting) {
		this.dataSource = dataSource;
		this.jdbc = jdbc;
		this.transaction = new TransactionTemplate(transactions);
		this.launcher = launcher;
		this.job = job;
		this.reporting = reporting;
		this.parts = new ReportParts(jdbc);
		this.states = new RunStates(jdbc);
	}

	/**
	 * Takes the program's lock; waits for another run to end, as long as the job allows.
	 * @param register given the lock's token, registers or takes up a run in the same
	 * transaction and returns its number
	 * @throws RefusedException if the other run has not ended by then
	 * @throws StoppedException if the observer wants to stop before the lock is taken
	 */
	ProgramLock take(int waitMinutes, RunObserver observer, LongToIntFunction register) throws SQLException {
		long until = System.nanoTime() + TimeUnit.MINUTES.toNanos(waitMinutes);
		boolean told = false;
		while (true) {
			goOn(observer);
			Optional<ProgramLock> lock = ProgramLock.tryTake(this.dataSource, this.jdbc, this.transaction, register);
			if (lock.isPresent()) {
				return lock.get();
			}
			goOn(observer);
			String holder = ProgramLock.holder(this.jdbc).orElse("another run");
			if (System.nanoTime() >= until) {
				throw new RefusedException("Only one run of a program is active at a time, and " + holder
						+ " is at work. Nothing was done. Wait for it, or stop it with 'tieout runs stop'.");
			}
			if (!told) {
				observer.waiting("Waiting up to " + waitMinutes + " minutes for " + holder + ".");
				told = true;
			}
			pause();
		}
	}

	/** Ends a command that is told to end and has not begun a run. */
	static void goOn(RunObserver observer) {
		if (observer.wantsStop()) {
			throw new StoppedException("Stopped before a run began. No run was registered, and nothing was read.");
		}
	}

	/** Works a run to its end, or to where it is stopped or fails. */
	RunResult work(ProgramLock lock, boolean resumed, RunObserver observer) {
		PinnedRun run = new RunTables(this.jdbc).pinned(lock.run());
		lock.keepAlive(() -> this.launcher.active().ifPresent(StopFlag::raise));
		JobLauncher.Ending ending = this.launcher.launch(run.number(), observer::wantsStop,
				(stop) -> this.job.of(run, stop, this.parts.folder(run),
						() -> this.states.move(lock, RunState.POSTED, Optional.empty()),
						() -> this.reporting.write(run)));
		boolean posted = this.states.of(run.number()) == RunState.POSTED;
		if (run.posts() && !posted && ending.state() == RunState.COMPLETED) {
			throw new IllegalStateException("run " + run.number() + " has come to its end without posting");
		}
		RunState state = (posted && ending.state() != RunState.COMPLETED) ? RunState.POSTED : ending.state();
		this.states.move(lock, state, ending.error());
		this.parts.removeEnded(run);
		return new RunResult(run.number(), state, ending.error(), resumed);
	}

	/** Stops the run at work in this process at its next chunk boundary. */
	void stop() {
		this.launcher.active().ifPresent(StopFlag::raise);
		long until = System.nanoTime() + STOP_WITHIN.toNanos();
		while (this.launcher.active().isPresent() && System.nanoTime() < until) {
			pause();
		}
	}

	private static void pause() {
		try {
			Thread.sleep(LOOK_EVERY.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new StoppedException("Interrupted while waiting. No run was registered.");
		}
	}

}
