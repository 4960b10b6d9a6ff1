package dev.tieout.bulk;

import java.util.OptionalLong;

/**
 * Which customers a worker reads: a condition for the queries of {@link CustomerCursor}.
 *
 * @param run the run whose scope it is
 * @param reach how much of all customers the scope is
 * @param partitions into how many parts customers are divided
 * @param partition which of them, from 0
 * @param after the customer after whom to start
 * @param only the one customer it is about instead of a scope, if it is one
 */
public record CustomerRange(int run, Reach reach, int partitions, int partition, long after, OptionalLong only) {

	/** No run has this number. */
	private static final int NO_RUN = 0;

	/**
	 * Makes the range of a worker.
	 * @param run the run whose scope it is
	 * @param reach how much of all customers the scope is
	 * @param partitions into how many parts customers are divided
	 * @param partition which of them, from 0
	 * @param after the customer after whom to start
	 */
	public CustomerRange(int run, Reach reach, int partitions, int partition, long after) {
		this(run, reach, partitions, partition, after, OptionalLong.empty());
	}

	/**
	 * Returns the range of one customer, who need be in no scope.
	 * @param customer the customer's number
	 * @return the range
	 */
	public static CustomerRange one(long customer) {
		return new CustomerRange(NO_RUN, Reach.FEW, 1, 0, Long.MIN_VALUE, OptionalLong.of(customer));
	}

	/**
	 * Returns the range of all customers of a run's scope.
	 * @param run the run
	 * @param reach how much of all customers the scope is
	 * @return the range, in one part
	 */
	public static CustomerRange whole(int run, Reach reach) {
		return new CustomerRange(run, reach, 1, 0, Long.MIN_VALUE);
	}

	/**
	 * Returns whether the scope is all customers.
	 * @return true if nothing need be looked up
	 */
	public boolean everyone() {
		return this.reach == Reach.EVERYONE;
	}

	/**
	 * Returns the condition.
	 * @param column the customer's number in the query
	 * @return SQL that starts and ends with a condition
	 */
	public String sql(String column) {
		return switch (this.reach) {
			case EVERYONE -> part(column);
			case MANY -> isAmongMany(column);
			case SOME, FEW -> isOneOf(column, scoped());
		};
	}

	private String isAmongMany(String column) {
		return part(column)
				+ " and %s in (select s.customer_no from scope s where s.run_no = %d)".formatted(column, this.run);
	}

	/**
	 * Returns the condition on a table that knows customers by the number they had before
	 * an order moved to another.
	 * @param owner the customer to whom a row belongs now
	 * @param former the table's own column
	 * @return SQL that starts and ends with a condition; through the index on the table's
	 * column where customers are few
	 */
	public String sql(String owner, String former) {
		if (this.reach != Reach.FEW) {
			return (this.reach == Reach.SOME) ? isAmongMany(owner) : sql(owner);
		}
		String formers = """
				%s
				union
				select v.from_customer_no from order_move v where v.to_customer_no in (%s)
				""".formatted(scoped(), scoped());
		return "%s and %s in (%s)".formatted(isOneOf(former, formers), owner, scoped());
	}

	/** An array is looked up by index in the order of the customers, unsorted. */
	private static String isOneOf(String column, String customers) {
		return "%s = any (array(%s))".formatted(column, customers);
	}

	private String scoped() {
		if (this.only.isPresent()) {
			return "select %d::bigint".formatted(this.only.getAsLong());
		}
		return "select s.customer_no from scope s where s.run_no = %d and %s".formatted(this.run,
				part("s.customer_no"));
	}

	private String part(String column) {
		String sql = column + " > " + this.after;
		return (this.partitions > 1)
				? sql + " and mod(abs(%s), %d) = %d".formatted(column, this.partitions, this.partition) : sql;
	}

}
