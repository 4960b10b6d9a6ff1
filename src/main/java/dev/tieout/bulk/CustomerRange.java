package dev.tieout.bulk;

/**
 * Which customers a worker reads: a condition for the queries of {@link CustomerCursor}.
 *
 * @param run the run whose scope it is
 * @param everyone whether the scope is all customers, so that nothing need be looked up
 * @param partitions into how many parts customers are divided
 * @param partition which of them, from 0
 * @param after the customer after whom to start
 */
public record CustomerRange(int run, boolean everyone, int partitions, int partition, long after) {

	/**
	 * Returns the condition.
	 * @param column the customer's number in the query
	 * @return SQL that starts and ends with a condition
	 */
	public String sql(String column) {
		StringBuilder sql = new StringBuilder(column).append(" > ").append(this.after);
		if (this.partitions > 1) {
			sql.append(" and mod(abs(%s), %d) = %d".formatted(column, this.partitions, this.partition));
		}
		if (!this.everyone) {
			sql.append(
					" and %s in (select s.customer_no from scope s where s.run_no = %d)".formatted(column, this.run));
		}
		return sql.toString();
	}

}
