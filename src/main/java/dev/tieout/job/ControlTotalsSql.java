package dev.tieout.job;

/** What {@link ControlTotals} counts. */
final class ControlTotalsSql {

	/**
	 * 1: records read = records accepted + unchanged or repeated + rejected, counted from
	 * the rows.
	 */
	private static final String RECORDS = """
			select 'equation' what, 1 equation, f.name subject, null currency, f.records::numeric expected,
			       f.unchanged
			       + coalesce(case f.kind
			             when 'orders' then $records_of_orders
			             when 'connections' then (select count(*) from connection_request q
			                                      where q.file_no = f.file_no and q.standing <> 1)
			             when 'existing-customers' then (select count(*) from existing_customer e where e.file_no = f.file_no)
			                  - f.unchanged
			             else (select count(*) from affiliate_line l where l.file_no = f.file_no) - f.unchanged
			                  - (select count(*) from reject j where j.file_no = f.file_no and j.reason = 'DUPLICATE_CODE') end, 0)
			       + (select count(*) from reject j where j.file_no = f.file_no) found,
			       'records read = accepted + unchanged + rejected' detail, null::numeric base, null::numeric commission
			from input_file f
			$join
			where f.run_no = :run and f.state in ('complete', 'failed', 'empty') or f.state = 'complete' and f.posted_by is null
			""";

	/** Later files are found by index behind those of millions of lines. */
	static final String RECORDS_OF_LATER_FILES = RECORDS
		.replace("$records_of_orders", "(select sum(records) from order_revision r where r.file_no = f.file_no)")
		.replace("$join", "");

	/**
	 * A first run judges every order, and nothing stood before it. Its revisions are read
	 * once, for equation 1 too: files and blocks go together, since each chunk of a file
	 * takes its orders' numbers in a row. Its decisions are read twice rather than kept
	 * in between.
	 */
	static final String ALL_ORDERS = """
			with kept as materialized (
			    select file_no, currency, superseded_by is null counts, order_no >> 6 block, count(*) orders,
			           sum(records) records, sum(total) total, bit_or(1::bigint << (order_no & 63)::int) bits
			    from order_revision group by 1, 2, 3, 4),
			kept_records as materialized (
			    select file_no, sum(records) records from kept group by 1),
			judged_blocks as materialized (
			    select block, currency, sum(orders) orders, sum(total) total, bit_or(bits) bits
			    from kept
			    where counts and file_no not in (select file_no from input_file where state not in ('complete', 'posted'))
			    group by 1, 2),
			standing as not materialized (
			    select order_no, order_total, currency, reason, affiliate_no, base, commission, file_no, line
			    from decision where run_no = :run),
			before as (
			    select affiliate_no, currency, sum(amount) net from ledger_entry group by 1, 2),
			""";

	/** Equation 1 of a first run, beside the others. */
	static final String RECORDS_OF_FIRST_FILES = "union all\n" + RECORDS.replace("$records_of_orders", "k.records")
		.replace("$join", "left join kept_records k using (file_no)");

	/**
	 * What stands for the judged orders now: this run's decisions, and former ones it
	 * left unchanged. A rerun's judged orders are those whose differences it posts.
	 */
	static final String SCOPED_ORDERS = """
			with judged as materialized (
			    select order_no, total, currency from order_revision r
			    where superseded_by is null and placed_at >= :from and placed_at < :until
			          and file_no not in (select file_no from input_file where state not in ('complete', 'posted'))
			          and $customers_of_orders),
			judged_blocks as materialized (
			    select order_no >> 6 block, currency, count(*) orders, sum(total) total,
			           bit_or(1::bigint << (order_no & 63)::int) bits
			    from judged group by 1, 2),
			own as materialized (
			    select order_no, order_total, currency, reason, affiliate_no, base, commission, file_no, line
			    from decision where run_no = :run),
			standing as materialized (
			    select * from own
			    union all
			    select d.order_no, d.order_total, d.currency, d.reason, d.affiliate_no, d.base, d.commission, d.file_no, d.line
			    from decision d
			    left join order_move m on m.order_no = d.order_no and m.from_customer_no = d.customer_no
			    where d.superseded_by is null
			          and $owners_of_decisions
			          and d.run_no in (select run_no from run where posted_at is not null)
			          and not exists (select from own n where n.order_no = d.order_no)
			          $about),
			before as (
			    select e.affiliate_no, e.currency, sum(e.amount) net
			    from ledger_entry e
			    left join order_move m on m.order_no = e.order_no and m.from_customer_no = e.customer_no
			    where $owners_of_entries and e.order_no in (select order_no from judged) group by 1, 2),
			""";

	/**
	 * Of a rerun's customers only former decisions of the orders in its range count; for
	 * a run that would hide decisions of no order.
	 */
	static final String IN_RANGE = "and exists (select from judged j where j.order_no = d.order_no)";

	/**
	 * 2: orders judged = orders per reason, in number and in order totals. 3: what the
	 * run posts = net after − net before, per affiliate; the net after comes from the
	 * decisions. 4: every order has one decision, and everything rests on a registered
	 * file and a line within it.
	 * <p>
	 * Which orders there are is noted as a bit each, 64 to a row: so millions of them are
	 * compared one by one without a join or a sort of millions. Lines are looked at one
	 * by one only where a row's first or last is not in its file.
	 */
	static final String EQUATIONS = """
			decided_blocks as materialized (
			    select file_no, order_no >> 6 block, count(*) orders, bit_or(1::bigint << (order_no & 63)::int) bits,
			           min(line) first_line, max(line) last_line
			    from standing group by 1, 2),
			broken_blocks as materialized (
			    select b.file_no, b.block, f.last_line
			    from decided_blocks b left join input_file f using (file_no)
			    where (b.first_line >= 2 and b.last_line <= f.last_line) is not true),
			decided as materialized (
			    select currency, reason, affiliate_no, count(*) orders, sum(order_total) total, sum(commission) net, sum(base) base
			    from standing group by 1, 2, 3),
			both_ways as (
			    select currency, coalesce(j.orders, 0) judged_orders, coalesce(d.orders, 0) decided_orders,
			           coalesce(j.total, 0) judged_total, coalesce(d.total, 0) decided_total
			    from (select currency, sum(orders) orders, sum(total) total from judged_blocks group by 1) j
			    full join (select currency, sum(orders) orders, sum(total) total from decided group by 1) d using (currency)),
			after as (
			    select affiliate_no, currency, sum(net) net from decided where reason = 21 group by 1, 2),
			listed as (
			    select affiliate_no, currency, sum(amount) net from ledger_proposal where run_no = :run and posts group by 1, 2),
			pairs as (
			    select affiliate_no, currency from after union select affiliate_no, currency from before
			    union select affiliate_no, currency from listed),
			equations as (
			    select 2 equation, 'orders in ' || currency subject, null currency, judged_orders::numeric expected,
			           decided_orders::numeric found, 'orders judged = orders per reason' detail
			    from both_ways
			    union all
			    select 2, 'order totals in ' || currency, currency, judged_total, decided_total,
			           'order totals judged = order totals per reason'
			    from both_ways
			    union all
			    select 3, a.address || ' in ' || p.currency, p.currency, coalesce(n.net, 0) - coalesce(b.net, 0),
			           coalesce(l.net, 0), 'net after − net before = entries posted'
			    from pairs p
			    join affiliate a using (affiliate_no)
			    left join after n using (affiliate_no, currency)
			    left join before b using (affiliate_no, currency)
			    left join listed l using (affiliate_no, currency)
			    union all
			    select 4, 'orders with one decision', null, (select coalesce(sum(orders), 0) from judged_blocks),
			           (select coalesce(sum(bit_count((j.bits & d.bits)::bit(64)) - (d.orders - bit_count(d.bits::bit(64)))), 0)
			            from (select block, bit_or(bits) bits from judged_blocks group by 1) j
			            join (select block, bit_or(bits) bits, sum(orders) orders from decided_blocks group by 1) d using (block)),
			           'every accepted order has one decision'
			    union all
			    select 4, 'decisions with a line', null, (select coalesce(sum(orders), 0) from decided),
			           (select coalesce(sum(orders), 0) from decided)
			           - case when exists (select from broken_blocks)
			                  then (select count(*) from standing s
			                        join broken_blocks b on b.file_no = s.file_no and b.block = s.order_no >> 6
			                        where (s.line between 2 and b.last_line) is not true) else 0 end,
			           'every decision rests on a registered file and a line within it'
			    union all
			    select 4, 'entries with a line', null, (select count(*) from ledger_proposal where run_no = :run),
			           (select count(*) from ledger_proposal p join input_file f using (file_no)
			            where p.run_no = :run and p.line between 2 and f.last_line and length(f.sha256) = 64),
			           'every entry rests on a registered file and a line within it')
			select 'equation' what, equation, subject, currency, expected, found, detail, null::numeric base,
			       null::numeric commission
			from equations
			union all
			select 'reason', reason, '', currency, sum(orders), sum(total), '', sum(base), sum(net)
			from decided group by reason, currency
			union all
			select 'before', 0, '', currency, 0, sum(net), '', null, null from before group by currency
			""";

	private ControlTotalsSql() {
	}

}
