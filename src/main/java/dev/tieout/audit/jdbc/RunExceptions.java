package dev.tieout.audit.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

import dev.tieout.audit.ExceptionGroup;
import dev.tieout.audit.ExceptionGroup.Source;
import dev.tieout.audit.ExceptionLine;

/**
 * Reads what a person should look at after a run: counts of each kind, and the first of
 * each. Every kind has a statement of its own with a limit, so that a kind with millions
 * of lines costs no sort of all of them.
 */
final class RunExceptions {

	private static final String OF_RUN = "(f.run_no = :run or f.posted_by = :run)";

	private static final String REJECT_KINDS = """
			select x.reason as kind, count(*) as count
			  from reject x
			  join input_file f on f.file_no = x.file_no
			 where %s
			 group by x.reason
			 order by x.reason
			""".formatted(OF_RUN);

	private static final String REJECTS = """
			select f.name as file, x.line, '' as customer, coalesce(x.order_key, '') as subject, x.detail
			  from reject x
			  join input_file f on f.file_no = x.file_no
			 where %s and x.reason = :kind
			 order by f.run_no, f.position, x.line
			 limit :shown
			""".formatted(OF_RUN);

	private static final String NOTICE_KINDS = """
			select x.kind, count(*) as count
			  from notice x
			  join input_file f on f.file_no = x.file_no
			 where %s
			 group by x.kind
			 order by x.kind
			""".formatted(OF_RUN);

	private static final String NOTICES = """
			select f.name as file, x.line, '' as customer, '' as subject, x.detail
			  from notice x
			  join input_file f on f.file_no = x.file_no
			 where %s and x.kind = :kind
			 order by f.run_no, f.position, x.line
			 limit :shown
			""".formatted(OF_RUN);

	/** Requests that the run read, and older ones whose outcome it changed. */
	private static final String REQUESTS_OF_RUN = """
			  from connection_request q
			  left join input_file f on f.file_no = q.file_no
			  left join %s as o on o.request_no = q.request_no
			 where (%s or o.run_no = :run)
			""".formatted(SqlParts.OUTCOMES_OF_RUN, OF_RUN);

	private static final String REQUEST_KINDS = """
			select c.name as kind, k.count
			  from (select %s as code, count(*) as count
			        %s
			         group by 1) as k
			  join outcome_code c on c.code = k.code
			 where c.name not in ('CONNECTED', 'DISCONNECTED')
			 order by c.name
			""".formatted(SqlParts.OUTCOME_CODE, REQUESTS_OF_RUN);

	private static final String REQUESTS = """
			select coalesce(q.file_name, 'operation:' || q.operation_no) as file, q.line, c.address as customer,
			       a.address as subject, b.address as other
			  from (select q.*, f.name as file_name, o.other_affiliate_no
			        %s
			           and %s = (select c.code from outcome_code c where c.name = :kind)
			         order by q.request_no
			         limit :shown) as q
			  join affiliate a on a.affiliate_no = q.affiliate_no
			  left join affiliate b on b.affiliate_no = q.other_affiliate_no
			  left join customer c on c.customer_no = q.customer_no
			 order by q.request_no
			""".formatted(REQUESTS_OF_RUN, SqlParts.OUTCOME_CODE);

	/**
	 * Entries whose posting period is not the order's month: none before a first closing.
	 */
	private static final String ENTRIES_OF_RUN = """
			  from ledger_entry e
			 where e.run_no = :run and exists (select from period)
			   and e.period <> date_trunc('month', e.ordered_at at time zone (select zone from program))::date
			""";

	private static final String ENTRY_KINDS = """
			select 'CLOSED_PERIOD' as kind, count(*) as count
			%s
			having count(*) > 0
			""".formatted(ENTRIES_OF_RUN);

	private static final String ENTRIES = """
			select f.name as file, x.line, '' as customer, coalesce(s.code || '/', '') || x.order_id as subject,
			       'ordered on ' || (x.ordered_at at time zone (select zone from program))::date || ', entry ' || x.entry_no
			       || ' posted to ' || to_char(x.period, 'YYYY-MM') as detail
			  from (select e.*
			        %s
			           and :kind = 'CLOSED_PERIOD'
			         order by e.entry_no
			         limit :shown) as x
			  join input_file f on f.file_no = x.file_no
			  left join store s on s.store_no = f.store_no
			 order by x.entry_no
			"""
		.formatted(ENTRIES_OF_RUN);

	private final JdbcClient jdbc;

	private final int runNo;

	RunExceptions(JdbcClient jdbc, int runNo) {
		this.jdbc = jdbc;
		this.runNo = runNo;
	}

	List<ExceptionGroup> all() {
		List<ExceptionGroup> groups = new ArrayList<>();
		groups.addAll(groups(Source.REJECT, REJECT_KINDS, REJECTS));
		groups.addAll(groups(Source.NOTICE, NOTICE_KINDS, NOTICES));
		groups.addAll(groups(Source.REQUEST, REQUEST_KINDS, REQUESTS));
		groups.addAll(groups(Source.ENTRY, ENTRY_KINDS, ENTRIES));
		return groups;
	}

	private List<ExceptionGroup> groups(Source source, String kinds, String lines) {
		return this.jdbc.sql(kinds)
			.param("run", this.runNo)
			.query((row, number) -> new Kind(row.getString("kind"), row.getLong("count")))
			.list()
			.stream()
			.map((kind) -> new ExceptionGroup(source, kind.name(), kind.count(), lines(source, lines, kind.name())))
			.toList();
	}

	private List<ExceptionLine> lines(Source source, String sql, String kind) {
		return this.jdbc.sql(sql)
			.param("run", this.runNo)
			.param("kind", kind)
			.param("shown", ExceptionGroup.SHOWN)
			.query((row, number) -> line(source, kind, row))
			.list();
	}

	private static ExceptionLine line(Source source, String kind, ResultSet row) throws SQLException {
		String detail = (source == Source.REQUEST) ? requestDetail(kind, Cells.text(row, "other"))
				: Cells.textOrEmpty(row, "detail");
		return new ExceptionLine(Cells.place(row), Cells.textOrEmpty(row, "customer"),
				Cells.textOrEmpty(row, "subject"), detail);
	}

	/** The other affiliate is the one who holds the customer, or held it before. */
	private static String requestDetail(String kind, Optional<String> other) {
		String role = kind.equals("REPLACED_EXISTING") ? "instead of " : "connected to ";
		return other.map((address) -> role + address).orElse("");
	}

	private record Kind(String name, long count) {

	}

}
