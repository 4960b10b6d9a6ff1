package dev.tieout.audit.jdbc;

/** Expressions that several statements share. */
final class SqlParts {

	/** The name that holds now of the affiliate that a statement calls {@code a}. */
	static final String AFFILIATE_NAME = """
			(select w.name
			   from affiliate_row w
			   join input_file wf on wf.file_no = w.file_no and wf.state in ('complete', 'posted')
			  where w.affiliate_no = a.affiliate_no and w.effective_from <= now()
			  order by w.effective_from desc, w.file_no desc, w.line desc
			  limit 1)""";

	/**
	 * The name of the affiliate {@code a} as it was known at {@code :named_at}, for
	 * prints that must not change: of a row that was posted by then, or by the run
	 * {@code :named_run} or an earlier one.
	 */
	static final String AFFILIATE_NAME_AT = """
			(select w.name
			   from affiliate_row w
			   join input_file wf on wf.file_no = w.file_no
			   join run wr on wr.run_no = wf.posted_by
			  where w.affiliate_no = a.affiliate_no and w.effective_from <= :named_at
			    and (wr.posted_at <= :named_at or wr.run_no <= :named_run)
			  order by w.effective_from desc, w.file_no desc, w.line desc
			  limit 1)""";

	/**
	 * The outcomes that count for the run {@code :run}: its own, and of earlier posted
	 * ones those it left unchanged. A run that has not posted has superseded nothing yet,
	 * so its own are looked for.
	 */
	static final String OUTCOMES_OF_RUN = """
			(select o.request_no, o.outcome, o.at, o.other_affiliate_no, o.run_no
			   from request_outcome o
			  where o.run_no = :run
			 union all
			 select o.request_no, o.outcome, o.at, o.other_affiliate_no, o.run_no
			   from request_outcome o
			   join run r on r.run_no = o.run_no and r.posted_at is not null
			  where o.run_no < :run
			    and (o.superseded_by is null or o.superseded_by > :run)
			    and not exists (select 1 from request_outcome n where n.run_no = :run and n.request_no = o.request_no))""";

	/** The outcomes that count now. */
	static final String CURRENT_OUTCOMES = """
			(select o.request_no, o.outcome, o.at, o.other_affiliate_no, o.run_no
			   from request_outcome o
			   join run r on r.run_no = o.run_no and r.posted_at is not null
			  where o.superseded_by is null)""";

	/**
	 * The outcome's code of the request {@code q} with the outcome {@code o}: what never
	 * became an event has none of its own, and one that waits for its affiliate may have
	 * none yet.
	 */
	static final String OUTCOME_CODE = """
			coalesce(o.outcome,
			         case q.standing when 1 then 1 when 2 then 0 end,
			         case when q.affiliate_no not in (select w.affiliate_no from affiliate_row w) then 2 end)""";

	/** The name that goes with {@link #OUTCOME_CODE}. */
	static final String OUTCOME_NAME = """
			(select c.name from outcome_code c where c.code = %s)""".formatted(OUTCOME_CODE);

	/**
	 * The line that the connection {@code n} rests on: a request's, a command's, or the
	 * order's of an automatic one.
	 */
	static final String PLACE_OF_CONNECTION = """
			select coalesce(f.name, 'operation:' || q.operation_no) as file, q.line
			  from connection_request q
			  left join input_file f on f.file_no = q.file_no
			 where n.origin <> 2 and q.request_no = n.source
			union all
			(select f.name, o.line
			  from order_revision o
			  join input_file f on f.file_no = o.file_no and f.state in ('complete', 'posted')
			 where n.origin = 2 and o.customer_no = n.customer_no and o.order_no = n.source and o.superseded_by is null
			 limit 1)""";

	/**
	 * What a decision {@code d} was made by and from, and what the affiliate was then.
	 * Its parameter is when the order was placed.
	 */
	static final String GROUNDS_OF_DECISION = """
			join run r on r.run_no = d.run_no and r.posted_at is not null
			join rules u on u.rules_no = d.rules_no
			join edition e on e.edition_no = u.edition_no
			join input_file f on f.file_no = d.file_no
			left join affiliate a on a.affiliate_no = d.affiliate_no
			left join lateral (
			     select h.status, h.group_name
			       from affiliate_row h
			       join input_file hf on hf.file_no = h.file_no and hf.state in ('complete', 'posted')
			      where h.affiliate_no = d.affiliate_no and h.effective_from <= %s
			      order by h.effective_from desc, h.file_no desc, h.line desc
			      limit 1) as w on true""";

	private SqlParts() {
	}

}
