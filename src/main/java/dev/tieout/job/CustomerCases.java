package dev.tieout.job;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.tieout.attribution.Buyer;
import dev.tieout.attribution.CustomerTimeline;
import dev.tieout.attribution.Request;
import dev.tieout.bulk.CustomerCursor;
import dev.tieout.bulk.CustomerRange;
import dev.tieout.connections.StandingOutcome;
import dev.tieout.connections.jdbc.RequestStream;
import dev.tieout.connections.jdbc.ResultStream;
import dev.tieout.customers.CustomerAddress;
import dev.tieout.customers.jdbc.AddressStream;
import dev.tieout.ledger.FormerDecision;
import dev.tieout.ledger.PostedEntry;
import dev.tieout.ledger.jdbc.DecisionStream;
import dev.tieout.orders.StandingOrder;
import dev.tieout.orders.jdbc.OrderStream;

/**
 * Customers one by one, by merging streams that are each sorted by customer and see one
 * snapshot.
 */
final class CustomerCases implements AutoCloseable {

	private static final int CAUSE_REQUEST = 1;

	private final CustomerFacts facts;

	private final List<CustomerCursor<?>> cursors = new ArrayList<>();

	private final CustomerCursor<StandingOrder> orders;

	private final CustomerCursor<Request> requests;

	private final CustomerCursor<Instant> existing;

	private final CustomerCursor<FormerDecision> decisions;

	private final CustomerCursor<PostedEntry> entries;

	private final CustomerCursor<StandingOutcome> outcomes;

	private final CustomerCursor<dev.tieout.attribution.Connection> connections;

	private final CustomerCursor<CustomerAddress> addresses;

	private final CustomerCursor<Integer> causes;

	/** Opens the streams. */
	CustomerCases(CaseConnections connections, CustomerRange range, CustomerFacts facts) throws SQLException {
		this.facts = facts;
		Connection connection = connections.main();
		this.requests = add(RequestStream.requests(connection, range));
		this.existing = add(RequestStream.existing(connection, range));
		this.decisions = add(DecisionStream.decisions(connection, range, facts.formerRules()));
		this.entries = add(DecisionStream.entries(connection, range));
		this.outcomes = add(ResultStream.outcomes(connection, range));
		this.connections = add(ResultStream.connections(connection, range));
		this.addresses = add(AddressStream.open(connection, range));
		this.causes = add(causes(connection, range));
		// Last: what fails before it leaves no copy behind, which would hold its
		// connection.
		this.orders = add(OrderStream.open(connections.orders(), range, facts.stores()));
	}

	/** The next customer that has anything to judge or to compare with. */
	Optional<CustomerCase> next() throws SQLException {
		long next = Math.min(Math.min(this.orders.customer(), this.requests.customer()), this.outcomes.customer());
		next = Math.min(next, Math.min(this.decisions.customer(), this.connections.customer()));
		return (next == CustomerCursor.END) ? Optional.empty() : Optional.of(read(next));
	}

	private CustomerCase read(long number) throws SQLException {
		List<StandingOrder> ordersOfOne = this.orders.take(number);
		List<Request> requestsOfOne = this.requests.take(number);
		List<CustomerAddress> addressOfOne = this.addresses.take(number);
		Optional<Instant> existingSince = this.existing.take(number).stream().findFirst();
		CustomerAddress address = addressOfOne.isEmpty() ? new CustomerAddress("", true) : addressOfOne.get(0);
		Buyer buyer = this.facts.buyer(number, address.usable());
		CustomerTimeline timeline = new CustomerTimeline(number, buyer,
				this.facts.affiliateOfCustomer().getOrDefault(number, 0), existingSince,
				ordersOfOne.stream().map(StandingOrder::order).toList(), requestsOfOne);
		boolean requested = this.causes.take(number).contains(CAUSE_REQUEST);
		return new CustomerCase(timeline, address.text(), ordersOfOne, this.decisions.take(number),
				this.entries.take(number), this.outcomes.take(number), this.connections.take(number), requested);
	}

	/**
	 * Why customers are due; of interest only where an earlier run has posted something.
	 */
	private static CustomerCursor<Integer> causes(Connection connection, CustomerRange range) throws SQLException {
		String condition = range.everyone() ? "false" : range.sql("s.customer_no");
		return new CustomerCursor<>(connection, """
				select s.customer_no, s.cause
				from scope s
				where s.run_no = %d and s.cause is not null and %s
				order by 1
				""".formatted(range.run(), condition), (row) -> row.getInt(2));
	}

	private <T> CustomerCursor<T> add(CustomerCursor<T> cursor) {
		this.cursors.add(cursor);
		return cursor;
	}

	@Override
	public void close() throws SQLException {
		for (CustomerCursor<?> cursor : this.cursors) {
			cursor.close();
		}
	}

}
