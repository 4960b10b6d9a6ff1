package dev.tieout.connections.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Optional;
import java.util.OptionalInt;

import dev.tieout.attribution.Ending;
import dev.tieout.attribution.Origin;
import dev.tieout.attribution.Outcome;
import dev.tieout.bulk.CustomerCursor;
import dev.tieout.bulk.CustomerRange;
import dev.tieout.connections.StandingOutcome;

/**
 * Reads the outcomes and connections that posted runs left standing, sorted by customer.
 */
public final class ResultStream {

	private static final Outcome[] OUTCOMES = Outcome.values();

	private static final Origin[] ORIGINS = Origin.values();

	private static final Ending[] ENDINGS = Ending.values();

	private ResultStream() {
	}

	/**
	 * Opens the stream of standing outcomes.
	 * @param connection autocommit off
	 * @param range which customers
	 * @return the cursor
	 * @throws SQLException when the query fails
	 */
	public static CustomerCursor<StandingOutcome> outcomes(Connection connection, CustomerRange range)
			throws SQLException {
		return new CustomerCursor<>(connection, """
				select customer_no, request_no, outcome, at, other_affiliate_no
				from request_outcome
				where superseded_by is null and run_no in (select run_no from run where posted_at is not null)
				      and %s
				order by customer_no
				""".formatted(range.sql("customer_no")), (row) -> new StandingOutcome(row.getLong(2),
				OUTCOMES[row.getInt(3)], row.getObject(4, OffsetDateTime.class).toInstant(), row.getInt(5)));
	}

	/**
	 * Opens the stream of standing connections.
	 * @param connection autocommit off
	 * @param range which customers
	 * @return the cursor
	 * @throws SQLException when the query fails
	 */
	public static CustomerCursor<dev.tieout.attribution.Connection> connections(Connection connection,
			CustomerRange range) throws SQLException {
		return new CustomerCursor<>(connection,
				"""
						select customer_no, affiliate_no, started_at, ended_at, ending, origin, source, orders_credited, order_limit,
						       expires_at
						from connection
						where superseded_by is null and run_no in (select run_no from run where posted_at is not null)
						      and %s
						order by customer_no, started_at, source
						"""
					.formatted(range.sql("customer_no")),
				ResultStream::connection);
	}

	private static dev.tieout.attribution.Connection connection(ResultSet row) throws SQLException {
		int ending = row.getInt(5);
		Optional<Ending> how = row.wasNull() ? Optional.empty() : Optional.of(ENDINGS[ending]);
		int limit = row.getInt(9);
		OptionalInt orders = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(limit);
		return new dev.tieout.attribution.Connection(row.getInt(2), row.getObject(3, OffsetDateTime.class).toInstant(),
				instant(row, 4), how, ORIGINS[row.getInt(6)], row.getLong(7), row.getInt(8), orders, instant(row, 10));
	}

	private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
		return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
	}

}
