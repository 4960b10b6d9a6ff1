package dev.tieout.customers.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

import dev.tieout.bulk.CustomerCursor;
import dev.tieout.bulk.CustomerRange;
import dev.tieout.customers.CustomerAddress;

/** Reads customers' addresses, sorted by customer. */
public final class AddressStream {

	private AddressStream() {
	}

	/**
	 * Opens the stream.
	 * @param connection autocommit off
	 * @param range which customers
	 * @return the cursor; one row a customer
	 * @throws SQLException when the query fails
	 */
	public static CustomerCursor<CustomerAddress> open(Connection connection, CustomerRange range) throws SQLException {
		return new CustomerCursor<>(connection, """
				select customer_no, coalesce(address, ''), usable from customer where %s order by customer_no
				""".formatted(range.sql("customer_no")),
				(row) -> new CustomerAddress(row.getString(2), row.getBoolean(3)));
	}

}
