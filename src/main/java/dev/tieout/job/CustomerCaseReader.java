package dev.tieout.job;

import java.sql.SQLException;

import javax.sql.DataSource;

import dev.tieout.bulk.CustomerRange;
import dev.tieout.bulk.Reach;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.item.ItemStreamException;
import org.springframework.batch.infrastructure.item.ItemStreamReader;

/** Reads a worker's customers one by one. The position is the last customer read. */
final class CustomerCaseReader implements ItemStreamReader<CustomerCase> {

	private static final String POSITION = "customer";

	private final CaseContext context;

	private final int partition;

	private final DataSource dataSource;

	private final StoppableWork work;

	private @Nullable CaseConnections connections;

	private @Nullable CustomerCases cases;

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
		CustomerRange range = new CustomerRange(run.number(), this.context.reach(), run.partitions(), this.partition,
				this.customer);
		try {
			CaseConnections opened = CaseConnections.open(this.dataSource, forHashing(range));
			this.connections = opened;
			// Sorting a large night takes its time, on either.
			this.cases = this.work.on(opened.orders(),
					() -> this.work.on(opened.main(), () -> new CustomerCases(opened, range, this.context.facts())));
		}
		catch (SQLException ex) {
			throw new ItemStreamException("customers cannot be read: " + ex.getMessage(), ex);
		}
	}

	/**
	 * The planner takes a worker's part for a two-hundredth of all and would sort a whole
	 * table for it, or look millions of rows up one by one.
	 */
	private static String forHashing(CustomerRange range) {
		return (range.reach() == Reach.MANY || range.reach() == Reach.SOME)
				? "set local enable_mergejoin = off; set local enable_nestloop = off" : "";
	}

	@Override
	public @Nullable CustomerCase read() throws SQLException {
		if (this.cases == null) {
			throw new IllegalStateException("the reader is not open");
		}
		CustomerCase next = this.cases.next().orElse(null);
		if (next != null) {
			this.customer = next.timeline().customer();
		}
		return next;
	}

	@Override
	public void update(ExecutionContext executionContext) {
		executionContext.putLong(POSITION, this.customer);
	}

	@Override
	public void close() {
		try (CaseConnections closedLast = this.connections; CustomerCases closedFirst = this.cases) {
			this.cases = null;
			this.connections = null;
		}
		catch (SQLException ex) {
			throw new ItemStreamException("customers' streams cannot be closed: " + ex.getMessage(), ex);
		}
	}

}
