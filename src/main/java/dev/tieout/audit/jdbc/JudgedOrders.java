package dev.tieout.audit.jdbc;

/**
 * The decisions that a run stored, and of earlier posted runs those that it judged again
 * and left as they were.
 */
final class JudgedOrders {

	private static final String COLUMNS = """
			d.order_no, d.customer_no, d.reason, d.currency, d.affiliate_no, d.order_total, d.base, d.commission,
			       d.file_no, d.line""";

	private static final String OWN = """
			select %s
			  from decision d
			 where d.run_no = :run
			""".formatted(COLUMNS);

	/**
	 * An order that has moved keeps its former decisions and entries under the former
	 * customer, whom the run need not have judged.
	 */
	static final String CUSTOMERS = """
			(select s.customer_no from scope s where s.run_no = :run
			 union
			 select m.from_customer_no from order_move m
			  where m.to_customer_no in (select s.customer_no from scope s where s.run_no = :run))""";

	/**
	 * A run that has not posted has superseded nothing yet, so its own decisions are
	 * looked for.
	 */
	private static final String UNCHANGED = """
			select %s
			  from decision d
			  join run r on r.run_no = d.run_no and r.posted_at is not null
			  left join order_move m on m.order_no = d.order_no and m.from_customer_no = d.customer_no
			 where d.run_no < :run
			   and (d.superseded_by is null or d.superseded_by > :run)
			   and d.customer_no in %s
			   and coalesce(m.to_customer_no, d.customer_no) in (select s.customer_no from scope s where s.run_no = :run)
			   and not exists (select 1 from decision n where n.run_no = :run and n.order_no = d.order_no)
			"""
		.formatted(COLUMNS, CUSTOMERS);

	private JudgedOrders() {
	}

	/**
	 * Returns the statement for the run {@code :run}.
	 * @param hasPredecessor false spares a first run, which may be large, the search for
	 * what it left unchanged
	 */
	static String sql(boolean hasPredecessor) {
		return hasPredecessor ? OWN + " union all " + UNCHANGED : OWN;
	}

}
