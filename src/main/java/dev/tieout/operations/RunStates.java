package dev.tieout.operations;

import java.sql.Types;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The states of runs in the database. Every move goes through here: it is one that
 * {@link RunState} allows, and it is made only if the run is still in the state it is
 * moved from.
 */
final class RunStates {

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
	 * Moves a run that nobody works on.
	 * @throws RefusedException if the move is not allowed, or the run has moved meanwhile
	 */
	void move(int run, RunState to, Optional<String> error) {
		move(run, of(run), to, error);
	}

	/**
	 * Moves a run from the state in which it was seen.
	 * @throws RefusedException if the move is not allowed, or the run has moved meanwhile
	 */
	void move(int run, RunState from, RunState to, Optional<String> error) {
		refuseIllegalMove(run, from, to);
		if (update(run, from, to, error, Optional.empty()) == 0) {
			throw new RefusedException(
					"Run %d was %s a moment ago and has become %s meanwhile, so it was left alone. Look at it: tieout runs show %d"
						.formatted(run, from, of(run), run));
		}
	}

	/**
	 * Moves the run at work, as long as its process holds the program's lock.
	 * @throws RefusedException if the move is not allowed, or another process has taken
	 * the run over
	 */
	void move(ProgramLock lock, RunState to, Optional<String> error) {
		RunState from = of(lock.run());
		refuseIllegalMove(lock.run(), from, to);
		if (update(lock.run(), from, to, error, Optional.of(lock.token())) == 0) {
			throw new RefusedException(
					"Run %d was taken over by another process, because this one gave no sign of life. What comes of it: tieout runs show %d"
						.formatted(lock.run(), lock.run()));
		}
	}

	void refuseIllegalMove(int run, RunState from, RunState to) {
		if (!from.mayBecome(to)) {
			throw new RefusedException("Run %d is %s and cannot become %s.".formatted(run, from.name(), to.name()));
		}
	}

	private int update(int run, RunState from, RunState to, Optional<String> error, Optional<Long> token) {
		boolean goesOn = to == RunState.RUNNING || (from == RunState.RUNNING && to == RunState.POSTED);
		return this.jdbc.sql("""
				update run set state = :to, error = :error, ended_at = case when :goes_on then null else now() end,
				       posted_at = case when :to = 'POSTED' then coalesce(posted_at, now()) else posted_at end,
				       stop_requested = stop_requested and :to <> 'RUNNING'
				where run_no = :run and state = :from and lock_token = coalesce(:token, lock_token)
				""")
			.param("to", to.name())
			.param("from", from.name())
			.param("error", error.orElse(null))
			.param("goes_on", goesOn)
			.param("token", token.orElse(null), Types.BIGINT)
			.param("run", run)
			.update();
	}

}
