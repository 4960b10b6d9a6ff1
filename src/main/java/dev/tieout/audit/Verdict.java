package dev.tieout.audit;

/** Whether a run's control totals close (rules.md 9). */
public enum Verdict {

	/** All four equations hold. */
	CLOSES("Closes"),

	/** At least one does not: the run has posted nothing. */
	DOES_NOT_CLOSE("Does not close"),

	/** The run ended before it came to them. */
	NOT_PROVEN("Not proven");

	private final String words;

	Verdict(String words) {
		this.words = words;
	}

	/**
	 * Returns the verdict for a person.
	 * @return a heading
	 */
	public String words() {
		return this.words;
	}

}
