package dev.tieout.audit.jdbc;

/** The statements behind statements. */
final class StatementSql {

	/** An affiliate that a posted run has imported or credited by then. */
	static final String KNOWN = """
			select a.address, %s as name
			  from affiliate a
			 where a.address = :affiliate
			   and (exists (select 1
			                  from affiliate_row w
			                  join input_file wf on wf.file_no = w.file_no
			                  join run wr on wr.run_no = wf.posted_by
			                 where w.affiliate_no = a.affiliate_no
			                   and (wr.posted_at <= :named_at or wr.run_no <= :named_run))
			        or exists (select 1 from ledger_entry e where e.affiliate_no = a.affiliate_no and %s))
			""".formatted(SqlParts.AFFILIATE_NAME_AT, Cutoff.FILTER);

	/** What is not released yet, whatever month it was posted to. */
	static final String HOLDS = """
			select a.address, s.currency, s.payable_on, s.amount
			  from (select e.affiliate_no, e.currency, e.payable_on, sum(e.amount) as amount
			          from ledger_entry e
			         where e.period <= :month and e.payable_on > :released and %s
			         group by e.affiliate_no, e.currency, e.payable_on
			        having sum(e.amount) <> 0) as s
			  join affiliate a on a.affiliate_no = s.affiliate_no
			 where (:affiliate = '' or a.address = :affiliate)
			 order by a.address collate "C", s.currency, s.payable_on
			""".formatted(Cutoff.FILTER);

	/**
	 * Each entry with the revision that it rests on, which stays what it is: a later
	 * revision of the order changes no statement.
	 */
	static final String ENTRIES = """
			select a.address, e.entry_no, e.type, e.reason, s.code as store, e.order_id, o.order_number,
			       (e.ordered_at at time zone :zone)::date as ordered_on, e.period, e.posted_at, e.payable_on,
			       e.currency, e.amount, o.currency as order_currency, o.total, o.refunded
			  from ledger_entry e
			  join affiliate a on a.affiliate_no = e.affiliate_no
			  join input_file f on f.file_no = e.file_no
			  left join store s on s.store_no = f.store_no
			  left join order_revision o on o.order_id = e.order_id and o.store_no = f.store_no
			       and o.order_no = e.order_no and o.file_no = e.file_no and o.line = e.line
			 where e.period = :month and %s and (:affiliate = '' or a.address = :affiliate)
			 order by a.address collate "C", e.currency, e.entry_no
			""".formatted(Cutoff.FILTER);

	private StatementSql() {
	}

}
