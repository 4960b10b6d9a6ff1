package dev.tieout.orders.file;

import dev.tieout.records.Column;

/**
 * A column whose value belongs to the order, not to a line of it.
 *
 * @param column the column
 * @param personal whether it may name the customer, so that messages do not quote it
 */
record OrderColumn(Column column, boolean personal) {

	static OrderColumn plain(Column column) {
		return new OrderColumn(column, false);
	}

	static OrderColumn personal(Column column) {
		return new OrderColumn(column, true);
	}

}
