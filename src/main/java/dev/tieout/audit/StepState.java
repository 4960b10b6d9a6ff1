package dev.tieout.audit;

/** How it stands with a step, in the words of those who read it. */
public enum StepState {

	/** Its work is committed. */
	DONE("done"),

	/** A living process is at it. */
	AT_WORK("at work"),

	/** It was stopped on request and goes on when the run is resumed. */
	STOPPED("stopped"),

	/** It ended by an error. */
	FAILED("failed"),

	/** Its process was gone in its middle. */
	CUT_OFF("cut off");

	private final String word;

	StepState(String word) {
		this.word = word;
	}

	/**
	 * Returns the state's word.
	 * @return such as {@code at work}
	 */
	public String word() {
		return this.word;
	}

}
