package dev.tieout.audit;

import java.util.Optional;

/**
 * What a rerun, a plan or its application is about.
 *
 * @param range the days of the orders that are judged again
 * @param wholeCustomers whether differences of the same customers' other orders are
 * posted too
 * @param dryRun whether it ends before it posts
 * @param filesWaiting how many new files it left to the next run
 * @param warning what would have stopped it from posting
 */
public record Rerun(DateRange range, boolean wholeCustomers, boolean dryRun, Optional<Integer> filesWaiting,
		Optional<String> warning) {

	/**
	 * Returns what is judged, for a person.
	 * @return part of a sentence
	 */
	public String scope() {
		return "orders placed " + this.range + (this.wholeCustomers ? ", and all others of the same customers" : "");
	}

}
