package dev.tieout.connections.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

import dev.tieout.attribution.RequestOutcome;
import dev.tieout.bulk.CopyRows;

/** Writes what a run's replay made of requests. It counts once the run is posted. */
public final class ResultRows {

	private final int run;

	private final CopyRows outcomes = new CopyRows("request_outcome", "request_no", "customer_no", "run_no", "outcome",
			"at", "other_affiliate_no");

	private final CopyRows connections = new CopyRows("connection", "customer_no", "affiliate_no", "run_no",
			"started_at", "origin", "source", "orders_credited", "ended_at", "ending", "order_limit", "expires_at");

	private final CopyRows changes = new CopyRows("connection_change", "run_no", "customer_no");

	public ResultRows(int run) {
		this.run = run;
	}

	public void addOutcome(long customer, RequestOutcome outcome) {
		this.outcomes.row()
			.number(outcome.request().number())
			.number(customer)
			.integer(this.run)
			.small(outcome.outcome().ordinal())
			.instant(outcome.at());
		if (outcome.otherAffiliate() == 0) {
			this.outcomes.nothing();
		}
		else {
			this.outcomes.integer(outcome.otherAffiliate());
		}
	}

	/**
	 * Adds all connections of a customer.
	 * @param customer the customer's number
	 * @param all the connections that stand from now on
	 * @param others whether others stood before, which this run's posting supersedes
	 */
	public void addConnections(long customer, List<dev.tieout.attribution.Connection> all, boolean others) {
		all.forEach((connection) -> add(customer, connection));
		if (others) {
			this.changes.row().integer(this.run).number(customer);
		}
	}

	/**
	 * Writes what was added, in the connection's transaction.
	 * @param connection where to write
	 * @throws SQLException when the database refuses
	 */
	public void writeTo(Connection connection) throws SQLException {
		this.outcomes.writeTo(connection);
		this.connections.writeTo(connection);
		this.changes.writeTo(connection);
	}

	private void add(long customer, dev.tieout.attribution.Connection connection) {
		this.connections.row()
			.number(customer)
			.integer(connection.affiliate())
			.integer(this.run)
			.instant(connection.startedAt())
			.small(connection.origin().ordinal())
			.number(connection.source())
			.integer(connection.ordersCredited())
			.instantOrNull(connection.endedAt().orElse(null));
		connection.ending().ifPresentOrElse((how) -> this.connections.small(how.ordinal()), this.connections::nothing);
		connection.orderLimit().ifPresentOrElse(this.connections::integer, this.connections::nothing);
		this.connections.instantOrNull(connection.expiresAt().orElse(null));
	}

}
