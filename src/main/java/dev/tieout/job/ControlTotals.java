package dev.tieout.job;

import java.math.BigDecimal;
import java.sql.Types;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;

import dev.tieout.bulk.CustomerRange;
import dev.tieout.bulk.Reach;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** The four equations of rules.md 9, each counted twice in different ways. */
final class ControlTotals {

	private final JdbcClient jdbc;

	private final RunTables tables;

	ControlTotals(JdbcClient jdbc) {
		this.jdbc = jdbc;
		this.tables = new RunTables(jdbc);
	}

	/** Counts, stores, and answers what does not close. */
	List<String> prove(PinnedRun run) {
		List.of("control_total", "decision_total", "net_before")
			.forEach((
					table) -> this.jdbc.sql("delete from " + table + " where run_no = ?").param(run.number()).update());
		// Of rows just written the planner knows too little to join them one by one.
		this.jdbc.sql("set local enable_nestloop = off").update();
		Reach reach = this.tables.reach(run.number());
		boolean everyOrder = reach == Reach.EVERYONE && !run.isNarrow();
		if (!everyOrder) {
			keep(run, rows(this.jdbc.sql(ControlTotalsSql.RECORDS_OF_LATER_FILES), run));
		}
		List<Row> counted = rows(everyOrder ? everyOrder() : orders(run, reach), run);
		keep(run, only("equation", counted));
		keepReasons(run, only("reason", counted));
		keepBefore(run, only("before", counted));
		return this.jdbc.sql("""
				select 'equation ' || equation || ', ' || subject || ': expected ' || expected || ', found ' || found
				       || ' (' || detail || ')'
				from control_total where run_no = ? and expected <> found order by equation, subject
				""").param(run.number()).query(String.class).list();
	}

	/** All four equations of a first run. */
	private JdbcClient.StatementSpec everyOrder() {
		return this.jdbc
			.sql(ControlTotalsSql.ALL_ORDERS + ControlTotalsSql.EQUATIONS + ControlTotalsSql.RECORDS_OF_FIRST_FILES);
	}

	/** Equations 2 to 4 of any other. */
	private JdbcClient.StatementSpec orders(PinnedRun run, Reach reach) {
		CustomerRange customers = CustomerRange.whole(run.number(), (reach == Reach.FEW) ? Reach.FEW : Reach.MANY);
		String scoped = ControlTotalsSql.SCOPED_ORDERS.replace("$customers_of_orders", customers.sql("r.customer_no"))
			.replace("$owners_of_decisions",
					customers.sql("coalesce(m.to_customer_no, d.customer_no)", "d.customer_no"))
			.replace("$owners_of_entries", customers.sql("coalesce(m.to_customer_no, e.customer_no)", "e.customer_no"))
			.replace("$about", run.isNarrow() ? ControlTotalsSql.IN_RANGE : "");
		return this.jdbc.sql(scoped + ControlTotalsSql.EQUATIONS)
			.param("from", run.aboutFrom(), Types.TIMESTAMP_WITH_TIMEZONE)
			.param("until", run.aboutUntil(), Types.TIMESTAMP_WITH_TIMEZONE);
	}

	private static List<Row> rows(JdbcClient.StatementSpec statement, PinnedRun run) {
		return statement.param("run", run.number())
			.query((row, number) -> new Row(row.getString("what"), row.getInt("equation"), row.getString("subject"),
					row.getString("currency"), row.getBigDecimal("expected"), row.getBigDecimal("found"),
					row.getString("detail"), row.getBigDecimal("base"), row.getBigDecimal("commission")))
			.list();
	}

	private static List<Row> only(String what, List<Row> rows) {
		return rows.stream().filter((row) -> row.what().equals(what)).toList();
	}

	/** Amounts in units of their currency, as people read them. */
	private void keep(PinnedRun run, List<Row> rows) {
		this.jdbc.sql("""
				insert into control_total (run_no, equation, subject, expected, found, detail)
				select ?, * from unnest(?::integer[], ?::text[], ?::numeric[], ?::numeric[], ?::text[])
				""")
			.param(run.number())
			.param(array("integer", rows, Row::number))
			.param(array("text", rows, Row::subject))
			.param(array("numeric", rows, (row) -> row.inUnits(row.expected())))
			.param(array("numeric", rows, (row) -> row.inUnits(row.found())))
			.param(array("text", rows, Row::detail))
			.update();
	}

	/** Reports need these sums, of this run and of those before it, and no order. */
	private void keepReasons(PinnedRun run, List<Row> rows) {
		this.jdbc.sql("""
				insert into decision_total (run_no, reason, currency, orders, order_total, base, commission)
				select ?, * from unnest(?::smallint[], ?::text[], ?::bigint[], ?::numeric[], ?::numeric[], ?::numeric[])
				""")
			.param(run.number())
			.param(array("smallint", rows, Row::number))
			.param(array("text", rows, Row::currency))
			.param(array("bigint", rows, (row) -> row.expected().longValueExact()))
			.param(array("numeric", rows, Row::found))
			.param(array("numeric", rows, Row::base))
			.param(array("numeric", rows, Row::commission))
			.update();
	}

	private void keepBefore(PinnedRun run, List<Row> rows) {
		this.jdbc
			.sql("insert into net_before (run_no, currency, amount) select ?, * from unnest(?::text[], ?::numeric[])")
			.param(run.number())
			.param(array("text", rows, Row::currency))
			.param(array("numeric", rows, Row::found))
			.update();
	}

	private static SqlArrayValue array(String type, List<Row> rows, Function<Row, @Nullable Object> column) {
		return new SqlArrayValue(type, rows.stream().map(column).toArray());
	}

	/**
	 * What was counted: an equation's two sides; or of a reason the orders and their
	 * total, base and commission; or what the ledger held before.
	 */
	private record Row(String what, int number, String subject, @Nullable String currency, BigDecimal expected,
			BigDecimal found, String detail, @Nullable BigDecimal base, @Nullable BigDecimal commission) {

		BigDecimal inUnits(BigDecimal amount) {
			return (this.currency != null)
					? amount.movePointLeft(Currency.getInstance(this.currency).getDefaultFractionDigits()) : amount;
		}

	}

}
