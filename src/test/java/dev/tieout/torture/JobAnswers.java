package dev.tieout.torture;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.tieout.scenario.Installation;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What stands in a database after the whole job, in the words of {@link Answers}. */
final class JobAnswers {

	private JobAnswers() {
	}

	static Answers of(Installation tieout) {
		return new Answers(decisions(tieout.jdbc()),
				lines(tieout.jdbc(),
						"""
								select q.seq || ' ' || c.name
								  from (select request_no, standing, row_number() over (order by request_no) as seq from connection_request) q
								  join request_outcome o on o.request_no = q.request_no and o.superseded_by is null
								  join run u on u.run_no = o.run_no and u.posted_at is not null
								  join outcome_code c on c.code = o.outcome
								 where q.standing = 0 and c.name <> 'UNKNOWN_AFFILIATE'
								"""),
				lines(tieout.jdbc(),
						"""
								select concat_ws(' ', c.address, a.address, extract(epoch from k.started_at), extract(epoch from k.ended_at),
								                 (array['EXPIRED', 'LIMIT_REACHED', 'DISCONNECTED', 'REPLACED'])[k.ending + 1],
								                 k.orders_credited, k.origin = 2)
								  from connection k
								  join run u on u.run_no = k.run_no and u.posted_at is not null
								  join customer c using (customer_no)
								  join affiliate a using (affiliate_no)
								 where k.superseded_by is null
								"""));
	}

	/** What the ledger holds for each order, affiliate and currency; nothing is zero. */
	static List<String> nets(Installation tieout) {
		return tieout.jdbc().sql("""
				select s.code || '/' || e.order_id || ' ' || a.address || ' ' || e.currency || ' ' || sum(e.amount)
				  from ledger_entry e
				  join affiliate a using (affiliate_no)
				  join input_file f using (file_no)
				  join store s using (store_no)
				 group by s.code, e.order_id, a.address, e.currency having sum(e.amount) <> 0
				 order by 1
				""").query(String.class).list();
	}

	/**
	 * When an order is payable and in which period it is posted is told by its entries.
	 */
	private static Map<String, SecondDecision> decisions(JdbcClient jdbc) {
		Map<String, SecondDecision> decisions = new TreeMap<>();
		jdbc.sql(
				"""
						select s.code || '/' || r.order_id, c.name,
						       coalesce((array['connection', 'coupon', 'referral'])[d.source + 1], ''), coalesce(a.address, ''),
						       coalesce(to_char(d.connection_started_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"'), ''),
						       coalesce(d.base, 0), coalesce(d.commission, 0),
						       coalesce((select string_agg(distinct payable_on::text, ' ') from ledger_entry e where e.order_no = d.order_no), ''),
						       coalesce((select string_agg(distinct period::text, ' ') from ledger_entry e where e.order_no = d.order_no), '')
						  from decision d
						  join run u on u.run_no = d.run_no and u.posted_at is not null
						  join reason_code c on c.code = d.reason
						  join order_revision r on r.order_no = d.order_no and r.file_no = d.file_no and r.line = d.line
						  join store s using (store_no)
						  left join affiliate a on a.affiliate_no = d.affiliate_no
						 where d.superseded_by is null
						""")
			.query((row) -> {
				String started = row.getString(5);
				SecondDecision twice = decisions.put(row.getString(1),
						new SecondDecision(row.getString(2), row.getString(3), row.getString(4),
								started.isEmpty() ? "" : Instant.parse(started).toString(), row.getLong(6),
								row.getLong(7), row.getString(8), row.getString(9)));
				if (twice != null) {
					throw new AssertionError("order " + row.getString(1) + " has two standing decisions");
				}
			});
		return decisions;
	}

	private static Set<String> lines(JdbcClient jdbc, String sql) {
		return new TreeSet<>(jdbc.sql(sql).query(String.class).list());
	}

}
