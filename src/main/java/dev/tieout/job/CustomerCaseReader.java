package dev.tieout.job;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

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
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamException;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/**
 * Reads a worker's customers one by one, by merging streams that are each sorted by
 * customer. All streams see one snapshot. The position is the last customer read.
 */
final class CustomerCaseReader implements ItemStreamReader<CustomerCase> {

	private static final String POSITION = "customer";

	private static final int CAUSE_REQUEST = 1;

	private final CaseContext context;

	private final int partition;

	private final DataSource dataSource;

	private final StoppableWork work;

	private final List<CustomerCursor<?>> cursors = new ArrayList<>();

	private @Nullable Connection connection;

	private @Nullable Streams streams;

	private long customer;

	CustomerCaseReader(CaseContext context, int partition, DataSource dataSource, StopFlag stop) {
		this.context = context;
		this.partition = partition;
		this.dataSource = dataSource;
		this.work = new StoppableWork(stop);
	}

	@Override
	public void open(ExecutionContext executionContext) {
		this.customer = executionContext.getLong(POSITION, Long.MIN_VALUE);
		PinnedRun run = this.context.run();
		CustomerRange range = new CustomerRange(run.number(), this.context.everyone(), run.partitions(), this.partition,
				this.customer);
		try {
			Connection opened = this.dataSource.getConnection();
			this.connection = opened;
			opened.setAutoCommit(false);
			opened.setReadOnly(true);
			opened.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
			// Sorting a large night takes its time.
			this.streams = this.work.on(opened, () -> open(opened, range));
		}
		catch (SQLException ex) {
			throw new ItemStreamException("customers cannot be read: " + ex.getMessage(), ex);
		}
	}

	private Streams open(Connection opened, CustomerRange range) throws SQLException {
		return new Streams(add(OrderStream.open(opened, range, this.context.stores())),
				add(RequestStream.requests(opened, range)), add(RequestStream.existing(opened, range)),
				add(DecisionStream.decisions(opened, range, this.context.formerRules())),
				add(DecisionStream.entries(opened, range)), add(ResultStream.outcomes(opened, range)),
				add(ResultStream.connections(opened, range)), add(AddressStream.open(opened, range)),
				add(causes(opened, range)));
	}

	@Override
	public @Nullable CustomerCase read() throws SQLException {
		Streams from = this.streams;
		if (from == null) {
			throw new IllegalStateException("the reader is not open");
		}
		long next = Math.min(Math.min(from.orders.customer(), from.requests.customer()), from.outcomes.customer());
		next = Math.min(next, Math.min(from.decisions.customer(), from.connections.customer()));
		if (next == CustomerCursor.END) {
			return null;
		}
		this.customer = next;
		return read(from, next);
	}

	@Override
	public void update(ExecutionContext executionContext) {
		executionContext.putLong(POSITION, this.customer);
	}

	@Override
	public void close() {
		try {
			for (CustomerCursor<?> cursor : this.cursors) {
				cursor.close();
			}
			if (this.connection != null) {
				this.connection.rollback();
				this.connection.setReadOnly(false);
				this.connection.setAutoCommit(true);
				this.connection.close();
			}
		}
		catch (SQLException ex) {
			throw new ItemStreamException("customers' streams cannot be closed: " + ex.getMessage(), ex);
		}
		finally {
			this.cursors.clear();
			this.connection = null;
			this.streams = null;
		}
	}

	private CustomerCase read(Streams from, long number) throws SQLException {
		List<StandingOrder> orders = from.orders.take(number);
		List<Request> requests = from.requests.take(number);
		List<CustomerAddress> addresses = from.addresses.take(number);
		Optional<Instant> existing = from.existing.take(number).stream().findFirst();
		CustomerAddress address = addresses.isEmpty() ? new CustomerAddress("", true) : addresses.get(0);
		Buyer buyer = this.context.buyer(number, address.usable());
		CustomerTimeline timeline = new CustomerTimeline(number, buyer,
				this.context.affiliateOfCustomer().getOrDefault(number, 0), existing,
				orders.stream().map(StandingOrder::order).toList(), requests);
		boolean requested = from.causes.take(number).contains(CAUSE_REQUEST);
		return new CustomerCase(timeline, address.text(), orders, from.decisions.take(number),
				from.entries.take(number), from.outcomes.take(number), from.connections.take(number), requested);
	}

	/**
	 * Why customers are due; of interest only where an earlier run has posted something.
	 */
	private static CustomerCursor<Integer> causes(Connection connection, CustomerRange range) throws SQLException {
		String condition = range.everyone() ? "false" : range.sql("s.customer_no");
		return new CustomerCursor<>(connection, """
				select s.customer_no, d.cause
				from scope s join due_customer d using (due_no)
				where s.run_no = %d and %s
				order by 1
				""".formatted(range.run(), condition), (row) -> row.getInt(2));
	}

	private <T> CustomerCursor<T> add(CustomerCursor<T> cursor) {
		this.cursors.add(cursor);
		return cursor;
	}

	private record Streams(CustomerCursor<StandingOrder> orders, CustomerCursor<Request> requests,
			CustomerCursor<Instant> existing, CustomerCursor<FormerDecision> decisions,
			CustomerCursor<PostedEntry> entries, CustomerCursor<StandingOutcome> outcomes,
			CustomerCursor<dev.tieout.attribution.Connection> connections, CustomerCursor<CustomerAddress> addresses,
			CustomerCursor<Integer> causes) {

	}

}
