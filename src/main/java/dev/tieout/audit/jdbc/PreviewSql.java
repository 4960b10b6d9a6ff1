package dev.tieout.audit.jdbc;

/** The statements behind a preview. All of them are about the run {@code :run}. */
final class PreviewSql {

	static final String ENTRIES = """
			select %s as type, currency, count(*) as entries, sum(amount) as amount
			  from ledger_proposal
			 where run_no = :run and posts
			 group by currency, 1
			 order by currency, 1
			""".formatted(type());

	static final String BY_AFFILIATE = """
			select a.address, %s as name, e.*
			  from (select affiliate_no, currency, count(*) as entries, sum(amount) as amount,
			               sum(amount) filter (where type = 0) as accrued,
			               sum(amount) filter (where type = 1) as adjusted,
			               sum(amount) filter (where type = 2) as reversed
			          from (select affiliate_no, currency, amount, %s as type
			                  from ledger_proposal where run_no = :run and posts) as p
			         group by affiliate_no, currency) as e
			  join affiliate a on a.affiliate_no = e.affiliate_no
			 order by e.currency, abs(e.amount) desc, a.address collate "C"
			""".formatted(SqlParts.AFFILIATE_NAME, type());

	/** The run's own control totals have counted them twice. */
	static final String JUDGED = """
			select coalesce(sum(expected), 0) from control_total
			 where run_no = :run and equation = 2 and subject like 'orders in %'
			""";

	static final String POSTED = """
			select count(distinct order_no) from ledger_proposal where run_no = :run and posts
			""";

	/**
	 * The decisions that stood when the run captured whom it judges: of runs posted by
	 * then, and not superseded by one of them.
	 */
	private static final String BEFORE = """
			with seen as (
			    select coalesce(l.posted_at, '-infinity') as at from run r left join run l on l.run_no = r.saw_posted_run
			     where r.run_no = :run),
			mine as (select * from decision where run_no = :run),
			former as (
			    select d.*
			      from decision d
			      join run u on u.run_no = d.run_no and u.posted_at <= (select at from seen)
			      left join run s on s.run_no = d.superseded_by
			     where d.order_no in (select order_no from mine)
			       and (d.superseded_by is null or s.posted_at is null or s.posted_at > (select at from seen))),
			amounts as (
			    select order_no, sum(abs(amount)) as size from ledger_proposal where run_no = :run and posts group by order_no)
			""";

	private static final String ANOTHER_ANSWER = """
			(f.order_no is null or n.reason <> f.reason or n.affiliate_no is distinct from f.affiliate_no
			        or n.commission is distinct from f.commission or n.currency <> f.currency)""";

	static final String ANSWERED_OTHERWISE = BEFORE + """
			select count(*)
			  from mine n
			  left join former f on f.order_no = n.order_no
			 where not exists (select from amounts a where a.order_no = n.order_no)
			   and %s
			""".formatted(ANOTHER_ANSWER);

	static final String CHANGES = BEFORE
			+ """
					, listed as (
					    select n.order_no, n.customer_no, n.currency, n.reason, n.affiliate_no, n.commission, n.rates, n.file_no, n.line,
					           n.rules_no, f.order_no as f_order_no, f.currency as f_currency, f.reason as f_reason,
					           f.affiliate_no as f_affiliate_no, f.commission as f_commission, f.rates as f_rates,
					           f.file_no as f_file_no, f.line as f_line, f.rules_no as f_rules_no, coalesce(a.size, 0) as size
					      from mine n
					      left join former f on f.order_no = n.order_no
					      left join amounts a on a.order_no = n.order_no
					     where a.order_no is not null or %s
					     order by coalesce(a.size, 0) desc, n.order_no
					     limit :limit)
					select l.*, st.code as store, o.order_id, (o.placed_at at time zone p.zone)::date as placed_on,
					       af.address as affiliate, fa.address as f_affiliate, nf.name as file, ff.name as f_file,
					       ne.hash, nr.effective_from, nr.content, nr.calculation,
					       fe.hash as f_hash, fr.effective_from as f_effective_from, fr.content as f_content,
					       fr.calculation as f_calculation,
					       (select string_agg(distinct s.cause::text, ',') from scope s
					         where s.run_no = :run and s.customer_no = l.customer_no) as causes,
					       (select coalesce(qf.name || ':' || q.line, 'operation:' || q.operation_no)
					          from connection_request q left join input_file qf on qf.file_no = q.file_no
					         where q.customer_no = l.customer_no and q.standing = 0 order by q.request_no desc limit 1) as request,
					       (select wf.name || ':' || w.line
					          from affiliate_row w join input_file wf on wf.file_no = w.file_no and wf.state in ('complete', 'posted')
					         where w.affiliate_no in (l.affiliate_no, l.f_affiliate_no) order by w.file_no desc, w.line desc limit 1) as affiliate_row
					  from listed l
					 cross join program p
					  join order_revision o on o.customer_no = l.customer_no and o.order_no = l.order_no
					       and o.file_no = l.file_no and o.line = l.line
					  join store st on st.store_no = o.store_no
					  join input_file nf on nf.file_no = l.file_no
					  join rules nr on nr.rules_no = l.rules_no
					  join edition ne on ne.edition_no = nr.edition_no
					  left join affiliate af on af.affiliate_no = l.affiliate_no
					  left join affiliate fa on fa.affiliate_no = l.f_affiliate_no
					  left join input_file ff on ff.file_no = l.f_file_no
					  left join rules fr on fr.rules_no = l.f_rules_no
					  left join edition fe on fe.edition_no = fr.edition_no
					 order by l.size desc, o.placed_at, o.order_id collate "C", l.order_no
					"""
				.formatted(ANOTHER_ANSWER);

	static final String LEFT_TOTALS = """
			select currency, count(*) as differences, sum(amount) as amount
			  from ledger_proposal where run_no = :run and not posts group by currency order by currency
			""";

	static final String LEFT = """
			select l.*, st.code as store, a.address as affiliate, (l.ordered_at at time zone p.zone)::date as placed_on
			  from (select * from ledger_proposal
			         where run_no = :run and not posts
			         order by abs(amount) desc, ordered_at, order_id collate "C", order_no, affiliate_no
			         limit :limit) as l
			 cross join program p
			  join affiliate a on a.affiliate_no = l.affiliate_no
			  join order_revision o on o.customer_no = l.customer_no and o.order_no = l.order_no
			       and o.file_no = l.file_no and o.line = l.line
			  join store st on st.store_no = o.store_no
			 order by abs(l.amount) desc, l.ordered_at, l.order_id collate "C", l.order_no, l.affiliate_no
			""";

	static final String CUSTOMERS_LEFT = "select count(distinct customer_no) from stays_due where run_no = :run";

	private PreviewSql() {
	}

	/** As posting numbers them. */
	private static String type() {
		return "case when entries_before = 0 then 0 when net_before + amount = 0 then 2 else 1 end";
	}

}
