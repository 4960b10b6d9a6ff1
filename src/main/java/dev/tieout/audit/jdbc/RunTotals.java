package dev.tieout.audit.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

import dev.tieout.audit.AffiliateTotal;
import dev.tieout.audit.ControlTotal;
import dev.tieout.audit.DecisionTotal;
import dev.tieout.audit.NegativeBalance;
import dev.tieout.audit.PostedTotal;

/** Adds up what a run decided and posted. */
final class RunTotals {

	private static final String CONTROL_TOTALS = """
			select equation, subject, expected, found, detail
			  from control_total
			 where run_no = :run
			 order by equation, subject collate "C", detail collate "C"
			""";

	/** What the run stored itself. */
	private static final String OWN_DECISIONS = """
			select reason, currency, order_total, base, commission
			  from decision
			 where run_no = :run
			""";

	/**
	 * What the run judged and left as earlier runs had stored it. A run that has not
	 * posted has superseded nothing yet, so its own decisions are looked for.
	 */
	private static final String UNCHANGED_DECISIONS = """
			select d.reason, d.currency, d.order_total, d.base, d.commission
			  from decision d
			  join run r on r.run_no = d.run_no and r.posted_at is not null
			 where d.run_no < :run
			   and (d.superseded_by is null or d.superseded_by > :run)
			   and d.customer_no in (select s.customer_no from scope s where s.run_no = :run)
			   and not exists (select 1 from decision n where n.run_no = :run and n.order_no = d.order_no)
			""";

	/**
	 * A rerun judged only orders placed in its range, unless it was of whole customers.
	 */
	private static final String IN_RANGE = """
			   and exists (select 1
			                 from order_revision o, run n, program p
			                where o.order_no = d.order_no and o.file_no = d.file_no and o.line = d.line and n.run_no = :run
			                  and (o.placed_at at time zone p.zone)::date between n.range_from and n.range_to)
			""";

	private static final String DECISION_TOTALS = """
			select reason, currency, count(*) as orders, sum(order_total) as order_total, sum(base) as base,
			       sum(commission) as commission
			  from (%s) as judged
			 group by reason, currency
			 order by reason, currency
			""";

	private static final String POSTED_BY_TYPE = """
			select type, currency, count(*) as entries, sum(amount) as amount
			  from ledger_entry
			 where run_no = :run
			 group by currency, type
			 order by currency, type
			""";

	private static final String POSTED_BY_AFFILIATE = """
			select a.address, %s as name, e.*
			  from (select affiliate_no, currency, count(*) as entries, sum(amount) as amount,
			               sum(amount) filter (where type = 0) as accrued,
			               sum(amount) filter (where type = 1) as adjusted,
			               sum(amount) filter (where type = 2) as reversed
			          from ledger_entry
			         where run_no = :run
			         group by affiliate_no, currency) as e
			  join affiliate a on a.affiliate_no = e.affiliate_no
			 order by e.currency, e.amount desc, a.address collate "C"
			""".formatted(SqlParts.AFFILIATE_NAME);

	private static final String NEGATIVE_BALANCES = """
			select a.address, %s as name, e.currency, e.amount
			  from (select affiliate_no, currency, sum(amount) as amount
			          from ledger_entry
			         where run_no <= :run
			         group by affiliate_no, currency
			        having sum(amount) < 0) as e
			  join affiliate a on a.affiliate_no = e.affiliate_no
			 order by e.amount, a.address collate "C"
			""".formatted(SqlParts.AFFILIATE_NAME);

	private final JdbcClient jdbc;

	private final int runNo;

	RunTotals(JdbcClient jdbc, int runNo) {
		this.jdbc = jdbc;
		this.runNo = runNo;
	}

	List<ControlTotal> controlTotals() {
		return query(CONTROL_TOTALS)
			.query((row, number) -> new ControlTotal(row.getInt("equation"), row.getString("subject"),
					row.getBigDecimal("expected"), row.getBigDecimal("found"), row.getString("detail")))
			.list();
	}

	List<DecisionTotal> decisions() {
		String unchanged = hasPredecessor() ? " union all " + UNCHANGED_DECISIONS + (isNarrow() ? IN_RANGE : "") : "";
		String judged = OWN_DECISIONS + unchanged;
		return query(DECISION_TOTALS.formatted(judged)).query((row, number) -> decisionTotal(row)).list();
	}

	private boolean isNarrow() {
		return query("select range_from is not null and not whole_customers from run where run_no = :run")
			.query(Boolean.class)
			.optional()
			.orElse(false);
	}

	/** Spares a first run, which may be large, the search for what it left unchanged. */
	private boolean hasPredecessor() {
		return query("select exists (select 1 from run where run_no < :run and posted_at is not null) as found")
			.query(Boolean.class)
			.single();
	}

	private static DecisionTotal decisionTotal(ResultSet row) throws SQLException {
		return new DecisionTotal(Codes.required(Codes.REASONS, row, "reason"), row.getLong("orders"),
				Cells.total(row, "order_total"), Cells.total(row, "base"), Cells.total(row, "commission"));
	}

	List<PostedTotal> postedByType() {
		return query(POSTED_BY_TYPE)
			.query((row, number) -> new PostedTotal(Codes.required(Codes.ENTRY_TYPES, row, "type"),
					row.getLong("entries"), Cells.total(row, "amount")))
			.list();
	}

	List<AffiliateTotal> postedByAffiliate() {
		return query(POSTED_BY_AFFILIATE)
			.query((row, number) -> new AffiliateTotal(row.getString("address"), Cells.textOrEmpty(row, "name"),
					row.getLong("entries"), Cells.total(row, "accrued"), Cells.total(row, "adjusted"),
					Cells.total(row, "reversed"), Cells.total(row, "amount")))
			.list();
	}

	List<NegativeBalance> negativeBalances() {
		return query(NEGATIVE_BALANCES)
			.query((row, number) -> new NegativeBalance(row.getString("address"), Cells.textOrEmpty(row, "name"),
					Cells.total(row, "amount")))
			.list();
	}

	private JdbcClient.StatementSpec query(String sql) {
		return this.jdbc.sql(sql).param("run", this.runNo);
	}

}
