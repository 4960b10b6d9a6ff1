package dev.tieout.job;

import java.util.List;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The four equations of rules.md 9, each counted twice in different ways. */
final class ControlTotals {

	/** Files that this run read, and complete ones of earlier runs that never posted. */
	private static final String FILES_OF_RUN = """
			(f.run_no = :run and f.state in ('complete', 'failed', 'empty')
			 or f.state = 'complete' and f.posted_by is null)
			""";

	/** Who was judged. */
	private static final String JUDGED = "(select customer_no from scope where run_no = :run)";

	/**
	 * What stands for the judged orders now: this run's decisions, and former ones it
	 * left unchanged.
	 */
	private static final String STANDING = """
			standing as (
			    select order_no, order_total, currency, reason, affiliate_no, commission, file_no, line
			    from decision where run_no = :run
			    union all
			    select d.order_no, d.order_total, d.currency, d.reason, d.affiliate_no, d.commission, d.file_no, d.line
			    from decision d
			    left join order_move m on m.order_no = d.order_no and m.from_customer_no = d.customer_no
			    where d.superseded_by is null and coalesce(m.to_customer_no, d.customer_no) in %s
			          and d.run_no in (select run_no from run where state in ('POSTED', 'COMPLETED'))
			          and not exists (select from decision n where n.run_no = :run and n.order_no = d.order_no)),
			judged as (
			    select order_no, total, currency, file_no, line from order_revision
			    where superseded_by is null and customer_no in %s
			          and file_no not in (select file_no from input_file where state not in ('complete', 'posted')))
			""".formatted(JUDGED, JUDGED);

	private final JdbcClient jdbc;

	ControlTotals(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Counts, stores, and answers what does not close. */
	List<String> prove(int run) {
		this.jdbc.sql("delete from control_total where run_no = ?").param(run).update();
		recordsOfFiles(run);
		judgedOrders(run);
		postedAmounts(run);
		places(run);
		return this.jdbc
			.sql("""
					select 'equation ' || equation || ', ' || subject || ': expected ' || expected || ', found ' || found || ' (' || detail || ')'
					from control_total where run_no = ? and expected <> found order by equation, subject
					""")
			.param(run)
			.query(String.class)
			.list();
	}

	/**
	 * 1: records read = records accepted + unchanged or repeated + rejected, counted from
	 * the rows.
	 */
	private void recordsOfFiles(int run) {
		this.jdbc
			.sql("""
					insert into control_total (run_no, equation, subject, expected, found, detail)
					select :run, 1, f.name, f.records, f.unchanged
					       + coalesce(case f.kind
					             when 'orders' then (select sum(records) from order_revision r where r.file_no = f.file_no)
					             when 'connections' then (select count(*) from connection_request q
					                                      where q.file_no = f.file_no and q.standing <> 1)
					             when 'existing-customers' then (select count(*) from existing_customer e where e.file_no = f.file_no)
					                  - f.unchanged
					             else (select count(*) from affiliate_line l where l.file_no = f.file_no) - f.unchanged
					                  - (select count(*) from reject j where j.file_no = f.file_no and j.reason = 'DUPLICATE_CODE') end, 0)
					       + (select count(*) from reject j where j.file_no = f.file_no),
					       'records read = accepted + unchanged + rejected'
					from input_file f where %s
					"""
				.formatted(FILES_OF_RUN))
			.param("run", run)
			.update();
	}

	/** 2: orders judged = orders per reason, in number and in order totals. */
	private void judgedOrders(int run) {
		this.jdbc
			.sql("""
					with %s,
					by_reason as (
					    select currency, reason, count(*) orders, sum(order_total) total from standing group by 1, 2),
					counted as (select currency, count(*) orders, sum(total) total from judged group by 1)
					insert into control_total (run_no, equation, subject, expected, found, detail)
					select :run, 2, 'orders in ' || coalesce(c.currency, r.currency), coalesce(c.orders, 0), coalesce(r.orders, 0),
					       'orders judged = orders per reason'
					from counted c full join (select currency, sum(orders) orders from by_reason group by 1) r using (currency)
					union all
					select :run, 2, 'order totals in ' || coalesce(c.currency, r.currency), coalesce(c.total, 0), coalesce(r.total, 0),
					       'order totals judged = order totals per reason, in minor units'
					from counted c full join (select currency, sum(total) total from by_reason group by 1) r using (currency)
					"""
				.formatted(STANDING))
			.param("run", run)
			.update();
	}

	/**
	 * 3: what the run posts = net after − net before, per affiliate; the net after comes
	 * from the decisions.
	 */
	private void postedAmounts(int run) {
		this.jdbc
			.sql("""
					with %s,
					after as (
					    select affiliate_no, currency, sum(commission) net from standing where reason = 21 group by 1, 2),
					before as (
					    select affiliate_no, currency, sum(amount) net from ledger_entry
					    where order_no in (select order_no from judged) group by 1, 2),
					listed as (
					    select affiliate_no, currency, sum(amount) net from ledger_proposal where run_no = :run group by 1, 2),
					pairs as (
					    select affiliate_no, currency from after union select affiliate_no, currency from before
					    union select affiliate_no, currency from listed)
					insert into control_total (run_no, equation, subject, expected, found, detail)
					select :run, 3, a.address || ' in ' || p.currency, coalesce(n.net, 0) - coalesce(b.net, 0), coalesce(l.net, 0),
					       'net after − net before = entries posted, in minor units'
					from pairs p
					join affiliate a using (affiliate_no)
					left join after n using (affiliate_no, currency)
					left join before b using (affiliate_no, currency)
					left join listed l using (affiliate_no, currency)
					"""
				.formatted(STANDING))
			.param("run", run)
			.update();
	}

	/**
	 * 4: every order has one decision, and everything rests on a registered file and a
	 * line within it.
	 */
	private void places(int run) {
		this.jdbc
			.sql("""
					with %s
					insert into control_total (run_no, equation, subject, expected, found, detail)
					select :run, 4, 'orders with one decision', (select count(*) from judged),
					       (select count(*) from (select order_no from standing group by 1 having count(*) = 1) once),
					       'every accepted order has one decision'
					union all
					select :run, 4, 'decisions with a line', (select count(*) from standing),
					       (select count(*) from standing s join input_file f using (file_no) where s.line between 2 and f.last_line),
					       'every decision rests on a registered file and a line within it'
					union all
					select :run, 4, 'entries with a line', (select count(*) from ledger_proposal where run_no = :run),
					       (select count(*) from ledger_proposal p join input_file f using (file_no)
					        where p.run_no = :run and p.line between 2 and f.last_line and length(f.sha256) = 64),
					       'every entry rests on a registered file and a line within it'
					"""
				.formatted(STANDING))
			.param("run", run)
			.update();
	}

}
