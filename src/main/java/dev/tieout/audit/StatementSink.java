package dev.tieout.audit;

import java.io.IOException;

/**
 * Takes statements one after the other, each with its entries by currency and number.
 */
public interface StatementSink {

	/**
	 * Begins a statement.
	 * @param statement its totals
	 * @throws IOException if it cannot be written
	 */
	void begin(Statement statement) throws IOException;

	/**
	 * Takes the next entry.
	 * @param entry the statement's
	 * @throws IOException if it cannot be written
	 */
	void entry(StatementEntry entry) throws IOException;

	/**
	 * Ends the statement.
	 * @throws IOException if it cannot be written
	 */
	void end() throws IOException;

}
