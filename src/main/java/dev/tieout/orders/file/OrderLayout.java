package dev.tieout.orders.file;

import java.util.List;

import dev.tieout.records.Column;
import dev.tieout.records.FileRecord;
import dev.tieout.records.Problems;

/** How a platform writes orders. */
interface OrderLayout {

	/** Returns the column that adjacent records of one order share. */
	Column key();

	/** Returns whether the file has columns for the lines of orders. */
	boolean hasLines();

	/** Returns the column that identifies the order in its store. */
	Column id();

	/**
	 * Returns the columns that later records of an order must repeat or leave blank.
	 */
	List<OrderColumn> orderColumns();

	/**
	 * Reads the order's own values from its first record.
	 * @param record the first record
	 * @param draft where they go
	 * @param problems where to add what is wrong
	 */
	void readOrder(FileRecord record, OrderDraft draft, Problems problems);

	/**
	 * Reads what a record says of the order's lines.
	 * @param record any record of the order, the first included
	 * @param draft where they go
	 * @param problems where to add what is wrong
	 */
	void readLines(FileRecord record, OrderDraft draft, Problems problems);

	/**
	 * Completes an order whose records have all been read.
	 * @param record the first record
	 * @param draft the order
	 * @param problems where to add what is wrong
	 */
	void complete(FileRecord record, OrderDraft draft, Problems problems);

}
