package dev.tieout.operations;

import java.util.Map;
import java.util.Set;

/** The states of a run, and which may follow which (jobs.md). */
public enum RunState {

	/** At work, or cut off at work: then it is resumed. */
	RUNNING,

	/** Posted; its reports are still to be written. */
	POSTED,

	/** Done: posted, with reports; or there was nothing to post. */
	COMPLETED,

	/** Stopped on request; has posted nothing, and can be resumed. */
	STOPPED,

	/** Ended by an error; has posted nothing. */
	FAILED,

	/** Another run posted in between; has posted nothing. */
	SUPERSEDED,

	/** Given up by an operator; has posted nothing. */
	ABANDONED;

	/** The state in which a run is registered. */
	static final RunState FIRST = RUNNING;

	/**
	 * The one table of moves. RUNNING follows RUNNING when another process takes up a run
	 * that was cut off; POSTED follows POSTED when its reports could not be written.
	 */
	private static final Map<RunState, Set<RunState>> MOVES = Map.of(RUNNING,
			Set.of(RUNNING, POSTED, COMPLETED, STOPPED, FAILED, SUPERSEDED, ABANDONED), POSTED,
			Set.of(POSTED, COMPLETED), COMPLETED, Set.of(), STOPPED, Set.of(RUNNING, ABANDONED), FAILED,
			Set.of(ABANDONED), SUPERSEDED, Set.of(ABANDONED), ABANDONED, Set.of());

	/**
	 * Returns whether a run may go from this state to another.
	 * @param next the other, which may be the same
	 * @return whether the table of moves has that
	 */
	public boolean mayBecome(RunState next) {
		return MOVES.getOrDefault(this, Set.of()).contains(next);
	}

	/**
	 * Returns whether a run in this state has something left to do.
	 * @return whether the next run of its job resumes it first
	 */
	public boolean isUnfinished() {
		return this == RUNNING || this == POSTED || this == STOPPED;
	}

	/** Whether an operator has to hear of a run that ended so; of a stop they know. */
	boolean isTrouble() {
		return this == POSTED || this == FAILED || this == SUPERSEDED;
	}

	/**
	 * Returns what a command whose run ended in this state tells its caller (jobs.md,
	 * Exit codes).
	 * @return the exit code
	 */
	public int exitCode() {
		return switch (this) {
			case COMPLETED -> 0;
			case POSTED -> 5;
			case STOPPED -> 4;
			case RUNNING, FAILED, SUPERSEDED, ABANDONED -> 1;
		};
	}

}
