package dev.tieout.audit.jdbc;

/** The statements behind one order's explanation. */
final class OrderSql {

	private static final String OF_ORDER = """
			o.order_no = :order and o.order_id = :id
			   and o.store_no = (select s.store_no from store s where s.code = :store)""";

	/** The customer of the revision that counts, else of the newest one. */
	static final String OWNER = """
			select o.customer_no
			  from order_revision o
			  join input_file f on f.file_no = o.file_no and f.state in ('complete', 'posted')
			 where %s
			 order by o.superseded_by nulls first, o.revision_no desc
			 limit 1
			""".formatted(OF_ORDER);

	/** An order without an address belongs to its own negative number. */
	static final String OWNERS = """
			select o.customer_no from order_revision o where %s
			union select -cast(:order as bigint)
			union select from_customer_no from order_move where order_no = :order
			union select to_customer_no from order_move where order_no = :order
			""".formatted(OF_ORDER);

	static final String CUSTOMER = """
			select customer_no, address, name, usable, forgotten_at from customer where customer_no = :owner
			""";

	static final String REVISIONS = """
			select f.name as file, o.line, f.run_no, o.revised_at, o.status, o.total, o.refunded, o.currency, o.coupons,
			       o.ref_code, o.superseded_by is null as counts
			  from order_revision o
			  join input_file f on f.file_no = o.file_no and f.state in ('complete', 'posted')
			 where %s
			 order by o.superseded_by is null, o.revised_at, o.revision_no
			""".formatted(OF_ORDER);

	/** The newest ones; a till's address may have any number of them. */
	static final String REQUESTS = """
			select coalesce(f.name, 'operation:' || q.operation_no) as file, q.line, q.at, q.dated, q.action,
			       a.address as affiliate, b.address as other, %s as outcome_name
			  from connection_request q
			  left join input_file f on f.file_no = q.file_no
			  join affiliate a on a.affiliate_no = q.affiliate_no
			  left join request_outcome o on o.request_no = q.request_no and o.customer_no = q.customer_no
			       and o.superseded_by is null
			       and exists (select 1 from run r where r.run_no = o.run_no and r.posted_at is not null)
			  left join affiliate b on b.affiliate_no = o.other_affiliate_no
			 where q.customer_no = :owner and (q.file_no is null or f.state in ('complete', 'posted'))
			 order by q.at desc, q.request_no desc
			 limit 1000
			""".formatted(SqlParts.OUTCOME_NAME);

	static final String CONNECTIONS = """
			select n.*, c.address as customer, a.address as affiliate, x.file, x.line
			  from connection n
			  join run r on r.run_no = n.run_no and r.posted_at is not null
			  join affiliate a on a.affiliate_no = n.affiliate_no
			  left join customer c on c.customer_no = n.customer_no
			  left join lateral (%s) as x on true
			 where n.customer_no = :owner and n.superseded_by is null
			 order by n.started_at desc, a.address collate "C"
			 limit 1000
			""".formatted(SqlParts.PLACE_OF_CONNECTION);

	static final String DECISIONS = """
			select d.*, d.superseded_by is null as counts, a.address as affiliate, w.status, w.group_name, e.hash,
			       u.effective_from, u.calculation, f.name as file
			  from decision d
			  %s
			 where d.customer_no in (:owners) and d.order_no = :order
			 order by d.superseded_by is null desc, d.run_no desc
			""".formatted(SqlParts.GROUNDS_OF_DECISION.formatted(":placed_at"));

	static final String ENTRIES = """
			select l.entry_no, l.run_no, l.type, l.amount, l.currency, l.reason, l.period, l.payable_on, l.posted_at,
			       l.corrects, a.address as affiliate, coalesce('operation:' || l.operation_no, f.name) as file,
			       case when l.operation_no is null then l.line end as line
			  from ledger_entry l
			  join affiliate a on a.affiliate_no = l.affiliate_no
			  join input_file f on f.file_no = l.file_no
			 where l.customer_no in (:owners) and l.order_no = :order
			 order by l.entry_no
			""";

	private OrderSql() {
	}

}
