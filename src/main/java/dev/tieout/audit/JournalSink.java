package dev.tieout.audit;

import java.io.IOException;

/** Takes a journal, by date and number. */
public interface JournalSink {

	/**
	 * Begins the journal.
	 * @param journal what it is about
	 * @throws IOException if it cannot be written
	 */
	void begin(Journal journal) throws IOException;

	/**
	 * Takes the next entry.
	 * @param entry the entry
	 * @throws IOException if it cannot be written
	 */
	void entry(JournalEntry entry) throws IOException;

	/**
	 * Ends the journal.
	 * @throws IOException if it cannot be written
	 */
	void end() throws IOException;

}
