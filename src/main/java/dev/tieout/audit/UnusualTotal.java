package dev.tieout.audit;

/**
 * A total of a run that is far from what it was in the runs before.
 *
 * @param kind what the total is of
 * @param subject the affiliate's address, or the reason
 * @param now the run's
 * @param median that of the runs before
 * @param runs how many they were
 */
public record UnusualTotal(Kind kind, String subject, Total now, Total median, int runs) {

	/** What totals are compared. */
	public enum Kind {

		/** What was posted for an affiliate. */
		AFFILIATE,

		/** The order totals that a reason decided. */
		REASON

	}

}
