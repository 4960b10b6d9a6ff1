package dev.tieout.operations;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.function.LongToIntFunction;

import dev.tieout.job.PinnedRun;
import dev.tieout.job.RunKind;
import dev.tieout.job.RunTables;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Runs that were stopped, cut off, or posted without their reports: they go on with what
 * they were registered with. One that was to post nothing is given up instead: its
 * answers would be of no use by now.
 */
@Component
final class UnfinishedRuns {

	private static final String NOT_RESUMED = "It was to post nothing and was not finished, so it is given up, not resumed. Give the command again.";

	private final JdbcClient jdbc;

	private final ActiveRuns active;

	private final RunStates states;

	UnfinishedRuns(JdbcClient jdbc, ActiveRuns active) {
		this.jdbc = jdbc;
		this.active = active;
		this.states = new RunStates(jdbc);
	}

	/** Resumes all of a job's until one does not come to its end. */
	List<RunResult> resumeAll(String job, int waitMinutes, Operator operator, RunObserver observer) {
		return resume(of(job), (run) -> true, waitMinutes, operator, observer);
	}

	/** Resumes a job's reruns, which import nothing, in the same way. */
	List<RunResult> resumeReruns(String job, int waitMinutes, Operator operator, RunObserver observer) {
		return resume(of(job), (run) -> pinned(run).kind() != RunKind.RUN, waitMinutes, operator, observer);
	}

	/** A job's runs that have something left to do, the oldest first. */
	List<Integer> of(String job) {
		return this.jdbc.sql("""
				select run_no from run where job_name = ? and state in ('RUNNING', 'STOPPED', 'POSTED') order by run_no
				""").param(job).query(Integer.class).list();
	}

	/** Resumes a run, or tells what it has come to if it needs that no more. */
	RunResult resume(int run, int waitMinutes, Operator operator, RunObserver observer) {
		boolean posts = pinned(run).posts();
		LongToIntFunction takeUp = (token) -> {
			if (this.states.of(run).isUnfinished()) {
				if (posts) {
					takeUp(run, token, operator);
				}
				else {
					abandon(run, operator);
				}
			}
			return run;
		};
		try (ProgramLock lock = this.active.take(waitMinutes, observer, takeUp)) {
			RunState state = this.states.of(run);
			if (!state.isUnfinished()) {
				if (state == RunState.ABANDONED && !posts) {
					observer.abandoned(run);
				}
				return new RunResult(run, state, Optional.of(NOT_RESUMED).filter((told) -> !posts), true);
			}
			observer.registered(run, true);
			return this.active.work(lock, true, observer);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private List<RunResult> resume(List<Integer> runs, IntPredicate wanted, int waitMinutes, Operator operator,
			RunObserver observer) {
		List<RunResult> results = new ArrayList<>();
		for (int run : runs) {
			if (!wanted.test(run)) {
				continue;
			}
			RunResult result = resume(run, waitMinutes, operator, observer);
			if (pinned(run).posts()) {
				results.add(result);
				if (result.state() != RunState.COMPLETED) {
					break;
				}
			}
		}
		return results;
	}

	private void takeUp(int run, long token, Operator operator) {
		if (this.states.of(run) == RunState.POSTED) {
			this.jdbc.sql("update run set lock_token = ? where run_no = ?").params(token, run).update();
			new OperationLog(this.jdbc).add(operator, "resume", "run %d, its reports".formatted(run), "",
					Optional.of(run));
			return;
		}
		this.states.move(run, RunState.RUNNING, Optional.empty());
		this.jdbc.sql("update run set lock_token = ?, stop_requested = false where run_no = ?")
			.params(token, run)
			.update();
		new OperationLog(this.jdbc).add(operator, "resume", "run " + run, "", Optional.of(run));
	}

	private void abandon(int run, Operator operator) {
		this.states.move(run, RunState.ABANDONED, Optional.of(NOT_RESUMED));
		new OperationLog(this.jdbc).add(operator, "abandon", "run " + run, NOT_RESUMED, Optional.of(run));
	}

	private PinnedRun pinned(int run) {
		return new RunTables(this.jdbc).pinned(run);
	}

}
