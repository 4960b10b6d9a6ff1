package dev.tieout.operations;

/** The states of a run (jobs.md). */
public enum RunState {

	/** At work, or cut off at work: then it is resumed. */
	RUNNING,

	/** Posted; its reports are still to be written. */
	POSTED,

	/** Posted, with reports; a dry run or a plan that has come to its end. */
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

}
