package dev.tieout.job;

import java.math.BigDecimal;
import java.sql.Types;
import java.util.Currency;
import java.util.List;
import java.util.function.Function;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.SqlArrayValue;

/** The four equations of rules.md 9, each counted twice in different ways. */
final class ControlTotals {

	/**
	 * What stands for the judged orders now: this run's decisions, and former ones it
	 * left unchanged. A rerun's judged orders are those whose differences it posts.
	 */
	private static final String STANDING = """
			with scoped as (select distinct customer_no from scope where run_no = :run),
			judged as (
			    select order_no, total, currency, file_no, line from order_revision
			    where superseded_by is null and customer_no in (select customer_no from scoped)
			          and placed_at >= :from and placed_at < :until
			          and file_no not in (select file_no from input_file where state not in ('complete', 'posted'))),
			standing as (
			    select order_no, order_total, currency, reason, affiliate_no, commission, file_no, line
			    from decision where run_no = :run
			    union all
			    select d.order_no, d.order_total, d.currency, d.reason, d.affiliate_no, d.commission, d.file_no, d.line
			    from decision d
			    left join order_move m on m.order_no = d.order_no and m.from_customer_no = d.customer_no
			    where d.superseded_by is null
			          and coalesce(m.to_customer_no, d.customer_no) in (select customer_no from scoped)
			          and d.run_no in (select run_no from run where posted_at is not null)
			          and not exists (select from decision n where n.run_no = :run and n.order_no = d.order_no)
			          /* about */)
			""";

	/**
	 * 1: records read = records accepted + unchanged or repeated + rejected, counted from
	 * the rows.
	 */
	private static final String RECORDS_OF_FILES = """
			select 1 equation, f.name subject, null currency, f.records expected,
			       f.unchanged
			       + coalesce(case f.kind
			             when 'orders' then (select sum(records) from order_revision r where r.file_no = f.file_no)
			             when 'connections' then (select count(*) from connection_request q
			                                      where q.file_no = f.file_no and q.standing <> 1)
			             when 'existing-customers' then (select count(*) from existing_customer e where e.file_no = f.file_no)
			                  - f.unchanged
			             else (select count(*) from affiliate_line l where l.file_no = f.file_no) - f.unchanged
			                  - (select count(*) from reject j where j.file_no = f.file_no and j.reason = 'DUPLICATE_CODE') end, 0)
			       + (select count(*) from reject j where j.file_no = f.file_no) found,
			       'records read = accepted + unchanged + rejected' detail
			from input_file f
			where f.run_no = :run and f.state in ('complete', 'failed', 'empty')
			      or f.state = 'complete' and f.posted_by is null
			""";

	/** 2: orders judged = orders per reason, in number and in order totals. */
	private static final String JUDGED_ORDERS = STANDING
			+ """
					, by_reason as (
					    select currency, reason, count(*) orders, sum(order_total) total from standing group by 1, 2),
					decided as (select currency, sum(orders) orders, sum(total) total from by_reason group by 1),
					counted as (select currency, count(*) orders, sum(total) total from judged group by 1),
					both_ways as (
					    select currency, coalesce(c.orders, 0) judged_orders, coalesce(d.orders, 0) decided_orders,
					           coalesce(c.total, 0) judged_total, coalesce(d.total, 0) decided_total
					    from counted c full join decided d using (currency))
					select 2 equation, 'orders in ' || currency subject, null currency, judged_orders expected, decided_orders found,
					       'orders judged = orders per reason' detail
					from both_ways
					union all
					select 2, 'order totals in ' || currency, currency, judged_total, decided_total,
					       'order totals judged = order totals per reason'
					from both_ways
					""";

	/**
	 * 3: what the run posts = net after − net before, per affiliate; the net after comes
	 * from the decisions.
	 */
	private static final String POSTED_AMOUNTS = STANDING
			+ """
					, after as (
					    select affiliate_no, currency, sum(commission) net from standing where reason = 21 group by 1, 2),
					before as (
					    select affiliate_no, currency, sum(amount) net from ledger_entry
					    where order_no in (select order_no from judged) group by 1, 2),
					listed as (
					    select affiliate_no, currency, sum(amount) net from ledger_proposal where run_no = :run and posts group by 1, 2),
					pairs as (
					    select affiliate_no, currency from after union select affiliate_no, currency from before
					    union select affiliate_no, currency from listed)
					select 3 equation, a.address || ' in ' || p.currency subject, p.currency currency,
					       coalesce(n.net, 0) - coalesce(b.net, 0) expected, coalesce(l.net, 0) found,
					       'net after − net before = entries posted' detail
					from pairs p
					join affiliate a using (affiliate_no)
					left join after n using (affiliate_no, currency)
					left join before b using (affiliate_no, currency)
					left join listed l using (affiliate_no, currency)
					""";

	/**
	 * 4: every order has one decision, and everything rests on a registered file and a
	 * line within it.
	 */
	private static final String PLACES = STANDING
			+ """
					select 4 equation, 'orders with one decision' subject, null currency, (select count(*) from judged) expected,
					       (select count(*) from (select order_no from standing group by 1 having count(*) = 1) once) found,
					       'every accepted order has one decision' detail
					union all
					select 4, 'decisions with a line', null, (select count(*) from standing),
					       (select count(*) from standing s join input_file f using (file_no) where s.line between 2 and f.last_line),
					       'every decision rests on a registered file and a line within it'
					union all
					select 4, 'entries with a line', null, (select count(*) from ledger_proposal where run_no = :run),
					       (select count(*) from ledger_proposal p join input_file f using (file_no)
					        where p.run_no = :run and p.line between 2 and f.last_line and length(f.sha256) = 64),
					       'every entry rests on a registered file and a line within it'
					""";

	private final JdbcClient jdbc;

	ControlTotals(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Counts, stores, and answers what does not close. */
	List<String> prove(PinnedRun run) {
		this.jdbc.sql("delete from control_total where run_no = ?").param(run.number()).update();
		List.of(RECORDS_OF_FILES, JUDGED_ORDERS, POSTED_AMOUNTS, PLACES).forEach((sql) -> count(sql, run));
		return this.jdbc.sql("""
				select 'equation ' || equation || ', ' || subject || ': expected ' || expected || ', found ' || found
				       || ' (' || detail || ')'
				from control_total where run_no = ? and expected <> found order by equation, subject
				""").param(run.number()).query(String.class).list();
	}

	/**
	 * Stores what a query counts; amounts in units of their currency, as people read
	 * them.
	 */
	private void count(String sql, PinnedRun run) {
		List<Row> rows = about(sql, run).query((row, number) -> {
			String currency = row.getString("currency");
			int digits = (currency != null) ? Currency.getInstance(currency).getDefaultFractionDigits() : 0;
			return new Row(row.getInt("equation"), row.getString("subject"),
					row.getBigDecimal("expected").movePointLeft(digits),
					row.getBigDecimal("found").movePointLeft(digits), row.getString("detail"));
		}).list();
		this.jdbc.sql("""
				insert into control_total (run_no, equation, subject, expected, found, detail)
				select ?, * from unnest(?::integer[], ?::text[], ?::numeric[], ?::numeric[], ?::text[])
				""")
			.param(run.number())
			.param(array("integer", rows, Row::equation))
			.param(array("text", rows, Row::subject))
			.param(array("numeric", rows, Row::expected))
			.param(array("numeric", rows, Row::found))
			.param(array("text", rows, Row::detail))
			.update();
	}

	/**
	 * A query as it is for a run. Of a rerun's customers only former decisions of the
	 * orders in its range count; for a run that would hide decisions of no order.
	 */
	private JdbcClient.StatementSpec about(String sql, PinnedRun run) {
		String inRange = run.isNarrow() ? "and exists (select from judged j where j.order_no = d.order_no)" : "";
		return this.jdbc.sql(sql.replace("/* about */", inRange))
			.param("run", run.number())
			.param("from", run.aboutFrom(), Types.TIMESTAMP_WITH_TIMEZONE)
			.param("until", run.aboutUntil(), Types.TIMESTAMP_WITH_TIMEZONE);
	}

	private static SqlArrayValue array(String type, List<Row> rows, Function<Row, Object> column) {
		return new SqlArrayValue(type, rows.stream().map(column).toArray());
	}

	private record Row(int equation, String subject, BigDecimal expected, BigDecimal found, String detail) {

	}

}
