package dev.tieout.ledger.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import dev.tieout.bulk.CustomerRange;

/**
 * To whom the orders of former rows, in the table {@code d}, belong now. Mostly no order
 * has moved at all; then the table's index gives the rows in their order.
 *
 * @param name the owner in SQL
 * @param join what it needs
 * @param moved whether any order has moved
 */
record Owners(String name, String join, boolean moved) {

	private static final Owners AS_THEY_WERE = new Owners("d.customer_no", "", false);

	private static final Owners MOVED = new Owners("coalesce(m.to_customer_no, d.customer_no)",
			"left join order_move m on m.order_no = d.order_no and m.from_customer_no = d.customer_no", true);

	/**
	 * Looks whether any order has moved.
	 * @param connection the one that the rows are read on, in one snapshot
	 */
	static Owners asOf(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery("select exists (select from order_move)")) {
			row.next();
			return row.getBoolean(1) ? MOVED : AS_THEY_WERE;
		}
	}

	/** The condition that the owner is in a range. */
	String in(CustomerRange range) {
		return this.moved ? range.sql(this.name, "d.customer_no") : range.sql(this.name);
	}

}
