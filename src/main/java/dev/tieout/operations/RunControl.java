package dev.tieout.operations;

import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.function.LongToIntFunction;

import javax.sql.DataSource;

import dev.tieout.job.RunTables;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The verbs about a run that some process works at: stop, abandon. */
public final class RunControl {

	private final DataSource dataSource;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	private final ReportParts parts;

	private final RunStates states;

	public RunControl(DataSource dataSource) {
		this.dataSource = dataSource;
		this.jdbc = JdbcClient.create(dataSource);
		this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
		this.parts = new ReportParts(this.jdbc);
		this.states = new RunStates(this.jdbc);
	}

	/**
	 * Gives a run up that has posted nothing. What it has read of complete files stays,
	 * and the customers stay due.
	 * @param run the run's number
	 * @param reason why
	 * @param operator who asks
	 * @throws RefusedException if it has posted, or is at work
	 */
	public void abandon(int run, String reason, Operator operator) {
		this.states.refuseIllegalMove(run, this.states.of(run), RunState.ABANDONED);
		boolean atWork = this.jdbc.sql("select active_run = ? from program")
			.param(run)
			.query(Boolean.class)
			.optional()
			.orElse(false);
		LongToIntFunction mark = (token) -> {
			this.states.move(run, RunState.ABANDONED, Optional.of(reason));
			new OperationLog(this.jdbc).add(operator, "abandon", "run " + run, reason, Optional.of(run));
			return run;
		};
		if (!atWork) {
			this.transaction.execute((status) -> mark.applyAsInt(0));
			removeParts(run);
			return;
		}
		try (ProgramLock lock = ProgramLock.tryTake(this.dataSource, this.jdbc, this.transaction, mark)
			.orElseThrow(
					() -> new RefusedException("Run " + run + " is at work. Stop it first: tieout runs stop " + run))) {
			removeParts(lock.run());
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void refuseNotAtWork(int run, RunState state) {
		if (state == RunState.POSTED) {
			throw new RefusedException(
					"Run " + run + " has posted and has only its reports left to write, so it is not stopped.");
		}
		if (state != RunState.RUNNING) {
			throw new RefusedException("Run " + run + " is " + state + ", not at work: there is nothing to stop.");
		}
		boolean alive = this.jdbc.sql("select exists (select from run_at_work where run_no = ?)")
			.param(run)
			.query(Boolean.class)
			.single();
		if (!alive) {
			throw new RefusedException(
					"Run %d is not at work: its process is gone, the last sign of life is of %s. There is nothing to stop. The next run of its job resumes it, also 'tieout runs resume %d'; 'tieout runs abandon %d --reason TEXT' gives it up."
						.formatted(run, lastSignOfLife(run), run, run));
		}
	}

	private Instant lastSignOfLife(int run) {
		return this.jdbc.sql("select coalesce(heartbeat_at, started_at) from run where run_no = ?")
			.param(run)
			.query(OffsetDateTime.class)
			.single()
			.toInstant()
			.truncatedTo(ChronoUnit.SECONDS);
	}

	private void removeParts(int run) {
		this.parts.removeEnded(new RunTables(this.jdbc).pinned(run));
	}

	/**
	 * Asks a run to stop at its next chunk boundary, wherever it is at work.
	 * @param run the run's number
	 * @param operator who asks
	 * @throws RefusedException if no living process is at work on it
	 */
	public void requestStop(int run, Operator operator) {
		refuseNotAtWork(run, this.states.of(run));
		this.transaction.executeWithoutResult((status) -> {
			this.jdbc.sql("update run set stop_requested = true where run_no = ?").param(run).update();
			new OperationLog(this.jdbc).add(operator, "stop", "run " + run, "", Optional.of(run));
		});
	}

}
