package dev.tieout.audit.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The decisions that a run stored, and of earlier posted runs those that it judged again
 * and left as they were.
 */
final class JudgedOrders {

	private static final String OWN = """
			select d.*
			  from decision d
			 where d.run_no = :run
			""";

	/**
	 * An order that has moved keeps its former decisions and entries under the former
	 * customer, whom the run need not have judged.
	 */
	static final String CUSTOMERS = """
			(select s.customer_no from scope s where s.run_no = :run
			 union
			 select m.from_customer_no from order_move m
			  where m.to_customer_no in (select s.customer_no from scope s where s.run_no = :run))""";

	private static final String UNCHANGED = """
			select d.*
			  from decision d
			  join run r on r.run_no = d.run_no and r.posted_at is not null
			  left join order_move m on m.order_no = d.order_no and m.from_customer_no = d.customer_no
			 where d.run_no < :run
			   and (d.superseded_by is null or d.superseded_by > :run)
			   and d.customer_no in %s
			   and coalesce(m.to_customer_no, d.customer_no) in (select s.customer_no from scope s where s.run_no = :run)
			"""
		.formatted(CUSTOMERS);

	/**
	 * A run that has not posted has superseded nothing yet, so its own decisions are
	 * looked for.
	 */
	private static final String NOT_DECIDED_ANEW = """
			   and not exists (select 1 from decision n where n.run_no = :run and n.order_no = d.order_no)
			""";

	/**
	 * A rerun judged only orders placed in its range, unless it was of whole customers.
	 * The range is told in instants: what day an instant is would be asked of millions.
	 */
	private static final String IN_RANGE = """
			   and exists (select 1
			                 from order_revision o
			                where o.order_no = d.order_no and o.file_no = d.file_no and o.line = d.line
			                  and o.placed_at >= timestamptz '%s' and o.placed_at < timestamptz '%s')
			""";

	private static final String KIND = """
			select exists (select 1 from run f where f.run_no < :run and f.posted_at is not null) as has_predecessor,
			       exists (select 1 from decision_total t where t.run_no = :run) as counted,
			       exists (select 1 from run r where r.run_no = :run and r.posted_at is not null) as posted,
			       r.range_from, r.range_to, p.zone
			  from program p
			  left join run r on r.run_no = :run and not r.whole_customers
			""";

	private final Kind kind;

	private JudgedOrders(Kind kind) {
		this.kind = kind;
	}

	static JudgedOrders of(JdbcClient jdbc, int runNo) {
		return jdbc.sql(KIND).param("run", runNo).query((row, number) -> new JudgedOrders(kind(row))).single();
	}

	private static Kind kind(ResultSet row) throws SQLException {
		return new Kind(row.getBoolean("has_predecessor"), inRange(row), row.getBoolean("counted"),
				row.getBoolean("posted"));
	}

	private static String inRange(ResultSet row) throws SQLException {
		LocalDate from = row.getObject("range_from", LocalDate.class);
		if (from == null) {
			return "";
		}
		ZoneId zone = ZoneId.of(row.getString("zone"));
		LocalDate behind = row.getObject("range_to", LocalDate.class).plusDays(1);
		return IN_RANGE.formatted(from.atStartOfDay(zone).toInstant(), behind.atStartOfDay(zone).toInstant());
	}

	/**
	 * Returns whether a run before this one has posted. A first run, which may be large,
	 * is spared the search for what it left unchanged.
	 */
	boolean hasPredecessor() {
		return this.kind.hasPredecessor();
	}

	/** Whether their totals were kept when the run was proved. */
	boolean isCounted() {
		return this.kind.counted();
	}

	/** The statement for the run {@code :run}. */
	String sql() {
		if (!hasPredecessor()) {
			return OWN;
		}
		return OWN + " union all " + UNCHANGED + (this.kind.posted() ? "" : NOT_DECIDED_ANEW) + this.kind.inRange();
	}

	private record Kind(boolean hasPredecessor, String inRange, boolean counted, boolean posted) {

	}

}
