package dev.tieout.audit;

/** What an export holds. */
public sealed interface ExportScope {

	/** All of it, as it stands. */
	record WholeStore() implements ExportScope {
	}

	/**
	 * What one run read, judged and posted.
	 *
	 * @param number the run's
	 */
	record OneRun(int number) implements ExportScope {
	}

}
