package dev.tieout.operations;

/** The states of a run (jobs.md). */
public enum RunState {

	/** At work, or cut off at work: then it is resumed. */
	RUNNING,

	/** Posted; its reports are still to be written. */
	POSTED,

	/** Posted, with reports. */
	COMPLETED,

	/** Stopped on request; has posted nothing, and can be resumed. */
	STOPPED,

	/** Ended by an error; has posted nothing. */
	FAILED,

	/** Another run posted in between; has posted nothing. */
	SUPERSEDED,

	/** Given up by an operator; has posted nothing. */
	ABANDONED;

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
