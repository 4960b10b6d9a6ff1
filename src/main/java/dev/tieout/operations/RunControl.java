package dev.tieout.operations;

import java.sql.SQLException;
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

	private void removeParts(int run) {
		this.parts.removeEnded(new RunTables(this.jdbc).pinned(run));
	}

	/**
	 * Asks a run to stop at its next chunk boundary, wherever it is at work.
	 * @param run the run's number
	 * @param operator who asks
	 * @throws RefusedException if it is not at work
	 */
	public void requestStop(int run, Operator operator) {
		if (this.states.of(run) != RunState.RUNNING) {
			throw new RefusedException("Run " + run + " is " + this.states.of(run) + ", not at work.");
		}
		this.transaction.executeWithoutResult((status) -> {
			this.jdbc.sql("update run set stop_requested = true where run_no = ?").param(run).update();
			new OperationLog(this.jdbc).add(operator, "stop", "run " + run, "", Optional.of(run));
		});
	}

}
