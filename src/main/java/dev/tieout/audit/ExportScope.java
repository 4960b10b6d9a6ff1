package dev.tieout.audit;

import java.time.LocalDate;

/** What an export holds. */
public sealed interface ExportScope {

	/** All of it, as it stands. */
	record WholeStore() implements ExportScope {
	}

	/**
	 * What was posted by the end of a day in the program's zone; for the ledger and the
	 * balances only.
	 *
	 * @param day the last day that is in it
	 */
	record AsOf(LocalDate day) implements ExportScope {
	}

	/**
	 * What one run read, judged and posted.
	 *
	 * @param number the run's
	 */
	record OneRun(int number) implements ExportScope {
	}

}
