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

	/** As the run counted them when it was proved. */
	private static final String KEPT_TOTALS = """
			select reason, currency, orders, order_total, base, commission
			  from decision_total
			 where run_no = :run
			 order by reason, currency
			""";

	/** For a run that was not proved, or before its totals were kept. */
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
		List<DecisionTotal> kept = query(KEPT_TOTALS).query((row, number) -> decisionTotal(row)).list();
		return kept.isEmpty() ? countedDecisions() : kept;
	}

	private List<DecisionTotal> countedDecisions() {
		return query(DECISION_TOTALS.formatted(JudgedOrders.of(this.jdbc, this.runNo).sql()))
			.query((row, number) -> decisionTotal(row))
			.list();
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
