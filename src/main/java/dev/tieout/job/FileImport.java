package dev.tieout.job;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import dev.tieout.records.Item;
import dev.tieout.records.ItemReader;

/**
 * How a file of one kind gets into its tables.
 *
 * @param <T> what its records hold
 */
interface FileImport<T> {

	/** How many items are one transaction. */
	int itemsPerChunk();

	/** Opens the file in front of its first record. */
	ItemReader<T> open();

	/**
	 * Writes usable items in the connection's transaction.
	 * @return how many of their records say nothing new
	 */
	int write(List<Item.Accepted<T>> items, Connection connection) throws SQLException;

}
