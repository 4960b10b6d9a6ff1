package dev.tieout.operations;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.tieout.job.RunTables;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The states of runs in the database, and the moves between them that are allowed. */
final class RunStates {

	private static final Map<RunState, Set<RunState>> MOVES = new EnumMap<>(Map.of(RunState.RUNNING,
			Set.of(RunState.RUNNING, RunState.POSTED, RunState.COMPLETED, RunState.STOPPED, RunState.FAILED,
					RunState.SUPERSEDED, RunState.ABANDONED),
			RunState.POSTED, Set.of(RunState.POSTED, RunState.COMPLETED), RunState.STOPPED,
			Set.of(RunState.RUNNING, RunState.ABANDONED), RunState.FAILED, Set.of(RunState.RUNNING, RunState.ABANDONED),
			RunState.SUPERSEDED, Set.of(RunState.ABANDONED), RunState.COMPLETED, Set.of(), RunState.ABANDONED,
			Set.of()));

	private final JdbcClient jdbc;

	RunStates(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	RunState of(int run) {
		return this.jdbc.sql("select state from run where run_no = ?")
			.param(run)
			.query(String.class)
			.optional()
			.map(RunState::valueOf)
			.orElseThrow(() -> new RefusedException("There is no run " + run + "; 'tieout runs' lists them."));
	}

	/**
	 * Moves a run to another state.
	 * @throws RefusedException if the move is not allowed
	 */
	void move(int run, RunState to, Optional<String> error) {
		RunState from = of(run);
		refuseIllegalMove(run, from, to);
		if (from == RunState.RUNNING && to == RunState.COMPLETED && new RunTables(this.jdbc).pinned(run).posts()) {
			throw new IllegalStateException("run " + run + " has come to its end without posting");
		}
		this.jdbc
			.sql("""
					update run set state = :to, error = :error, ended_at = case when :to = 'RUNNING' then null else now() end,
					       stop_requested = stop_requested and :to <> 'RUNNING'
					where run_no = :run
					""")
			.param("to", to.name())
			.param("error", error.orElse(null))
			.param("run", run)
			.update();
	}

	void refuseIllegalMove(int run, RunState from, RunState to) {
		if (!MOVES.getOrDefault(from, Set.of()).contains(to)) {
			throw new RefusedException("Run %d is %s and cannot become %s.".formatted(run, from.name(), to.name()));
		}
	}

}
