package dev.tieout.audit;

import java.util.Locale;

/** Whether entries may be posted to a month. */
public enum PeriodState {

	/** Entries may be posted to it. */
	OPEN,

	/** Nothing is posted to it any more. */
	CLOSED,

	/** Open again after a closing. */
	REOPENED;

	/**
	 * Returns the state as tables print it.
	 * @return in lower case
	 */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

}
