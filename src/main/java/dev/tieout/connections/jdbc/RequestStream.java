package dev.tieout.connections.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

import dev.tieout.attribution.Origin;
import dev.tieout.attribution.Request;
import dev.tieout.attribution.RequestAction;
import dev.tieout.bulk.CustomerCursor;
import dev.tieout.bulk.CustomerRange;

/** Reads requests and existing-customer entries of complete files, sorted by customer. */
public final class RequestStream {

	private static final RequestAction[] ACTIONS = RequestAction.values();

	private RequestStream() {
	}

	/**
	 * Opens the stream of requests that are events.
	 * @param connection autocommit off
	 * @param range which customers
	 * @return the cursor
	 * @throws SQLException when the query fails
	 */
	public static CustomerCursor<Request> requests(Connection connection, CustomerRange range) throws SQLException {
		return new CustomerCursor<>(connection, """
				select customer_no, request_no, affiliate_no, action, at, dated, file_no is null
				from connection_request
				where standing = 0
				      and (file_no is null
				           or file_no not in (select file_no from input_file where state not in ('complete', 'posted')))
				      and %s
				order by customer_no, request_no
				""".formatted(range.sql("customer_no")),
				(row) -> new Request(row.getLong(2), row.getInt(3), ACTIONS[row.getInt(4)],
						row.getObject(5, OffsetDateTime.class).toInstant(), row.getBoolean(6),
						row.getBoolean(7) ? Origin.OPERATOR : Origin.IMPORT));
	}

	/**
	 * Opens the stream of instants from which customers are existing ones.
	 * @param connection autocommit off
	 * @param range which customers
	 * @return the cursor; at most one row a customer, {@link Instant#MIN} for the
	 * beginning of time
	 * @throws SQLException when the query fails
	 */
	public static CustomerCursor<Instant> existing(Connection connection, CustomerRange range) throws SQLException {
		return new CustomerCursor<>(connection, """
				select customer_no, nullif(min(since), '-infinity')
				from existing_customer
				where file_no not in (select file_no from input_file where state not in ('complete', 'posted')) and %s
				group by customer_no
				order by customer_no
				""".formatted(range.sql("customer_no")), (row) -> {
			OffsetDateTime since = row.getObject(2, OffsetDateTime.class);
			return (since != null) ? since.toInstant() : Instant.MIN;
		});
	}

}
