package dev.tieout.audit;

import java.time.Instant;
import java.util.List;

/**
 * What a rerun would post, as a document that people can read, approve and have applied.
 * What is applied is computed again: nothing is taken from here.
 *
 * @param format {@link #FORMAT}
 * @param plan the plan's number, which is its run's
 * @param database tells databases apart, see {@code audit.jdbc.Fingerprints}
 * @param program the program's name
 * @param job the job's name
 * @param range the days whose orders are judged again, in the program's zone
 * @param zone the program's
 * @param wholeCustomers whether differences outside the range would be posted too
 * @param madeAt when it was made
 * @param madeBy the system's user, with the name given by {@code --as} where there is one
 * @param tieout Tieout's version
 * @param calculation the version of its calculation
 * @param edition the SHA-256 of the program it was computed with
 * @param accepts how that program differs from the accepted edition, one setting a line;
 * applying accepts it
 * @param totals what it comes to
 * @param entries what would be posted
 * @param saw what the answers depend on
 */
public record Plan(String format, int plan, String database, String program, String job, DateRange range, String zone,
		boolean wholeCustomers, Instant madeAt, String madeBy, String tieout, int calculation, String edition,
		List<String> accepts, PlanTotals totals, Entries entries, Fingerprint saw) {

	/** The version of the document's form. */
	public static final String FORMAT = "tieout plan 1";

	/** How many entries the document itself holds. */
	public static final int SHOWN = 1000;

	public Plan {
		accepts = List.copyOf(accepts);
	}

	/**
	 * The entries of a plan.
	 *
	 * @param count how many in all
	 * @param sha256 of all, in the form of {@link EntriesDigest}
	 * @param csv the name of the file beside the document that has all of them
	 * @param csvSha256 of that file's bytes
	 * @param first the first {@link #SHOWN} in the order of posting
	 */
	public record Entries(long count, String sha256, String csv, String csvSha256, List<PlannedEntry> first) {

		public Entries {
			first = List.copyOf(first);
		}

	}

}
