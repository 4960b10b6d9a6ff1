package dev.tieout.proof.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;

import dev.tieout.proof.CanonicalText;
import dev.tieout.proof.SealPart;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Reads the lines of a seal's parts as the tables have them now. Every cell is text;
 * instants and hashes get their form here.
 */
final class PartLines {

	private static final String RUN = """
			select r.run_no, r.kind, r.job_name, $sha(r.job_text), $sha(r.program_text), e.hash, r.business_date,
			       r.covers_from, r.range_from, r.range_to, r.whole_customers, r.restate, r.reason, $at(r.started_at), $at(r.posted_at),
			       r.operator, r.operator_as, r.tieout_version
			  from run r join edition e using (edition_no)
			 where r.run_no = :run
			""";

	private static final String CONTROL_TOTALS = """
			select run_no, equation, subject, expected, found, detail from control_total
			 where run_no = :run
			 order by equation, subject collate "C", detail collate "C", expected, found
			""";

	/**
	 * With the first seal also those of runs that posted before there were seals. Without
	 * names: the same file may come under another.
	 */
	private static final String FILES = """
			select f.file_no, f.run_no, f.posted_by, f.kind, s.code, f.sha256, f.bytes, $at(f.dated), f.records, f.accepted,
			       f.unchanged, f.rejected, f.blank_lines, f.last_line
			  from input_file f left join store s using (store_no)
			 where f.posted_by = :run
			       or :seal = 1 and f.posted_by in (select u.run_no from run u, run r
			                                         where r.run_no = :run and u.posted_at < r.posted_at)
			 order by f.file_no
			""";

	private static final String OPERATIONS = """
			select o.operation_no, $at(o.at), o.operator, o.operator_as, o.verb, o.detail, o.reason, o.run_no
			  from operation o
			 where o.operation_no in (select number from sealed_record where kind = 'operation' and seal_no = :seal)
			 order by o.operation_no
			""";

	private static final String CLOSINGS = """
			select t.closing_no, t.kind, t.a, t.b, t.c, t.d, t.e, t.f, t.g, t.h
			  from (select 1 place, 'closing' kind, c.closing_no, c.month::text a, $at(c.closed_at) b, c.operation_no::text c,
			               c.last_entry::text d, c.entries::text e, c.follows::text f, null g, null h, null::int affiliate_no
			          from closing c
			        union all
			        select 2, 'balance', b.closing_no, encode(sha256(convert_to(a.address, 'UTF8')), 'hex'), b.currency,
			               b.opening::text, b.accrued::text, b.adjusted::text, b.reversed::text, b.closing::text,
			               b.released::text, b.affiliate_no
			          from closing_balance b join affiliate a using (affiliate_no)
			        union all
			        select 3, 'reopening', o.closing_no, null, $at(o.reopened_at), o.operation_no::text, null, null, null, null,
			               null, null
			          from reopening o) t
			  join sealed_record s on s.number = t.closing_no and s.seal_no = :seal
			                          and s.kind = case when t.place = 3 then 'reopening' else 'closing' end
			 order by t.closing_no, t.place, t.affiliate_no, t.b collate "C"
			""";

	private final JdbcTemplate jdbc;

	/**
	 * Creates the reader.
	 * @param jdbc in the transaction to read in
	 */
	PartLines(JdbcTemplate jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Reads a part.
	 * @param part which one
	 * @param run the number of the run that is sealed
	 * @param seal the seal's number
	 * @return canonical lines
	 */
	String of(SealPart part, int run, int seal) {
		CanonicalText text = new CanonicalText();
		int columns = part.fields().size();
		this.jdbc.query(query(part, run, seal), (row) -> {
			append(row, columns, text);
		});
		return text.toString();
	}

	private static String query(SealPart part, int run, int seal) {
		String query = switch (part) {
			case RUN -> RUN;
			case CONTROL_TOTALS -> CONTROL_TOTALS;
			case FILES -> FILES;
			case OPERATIONS -> OPERATIONS;
			case CLOSINGS -> CLOSINGS;
		};
		return query.replaceAll("\\$sha\\(([a-z_.]+)\\)", "encode(sha256(convert_to($1, 'UTF8')), 'hex')")
			.replaceAll("\\$at\\(([a-z_.]+)\\)", "to_char($1 at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')")
			.replace(":run", Integer.toString(run))
			.replace(":seal", Integer.toString(seal));
	}

	private static void append(ResultSet row, int columns, CanonicalText text) throws SQLException {
		for (int column = 1; column <= columns; column++) {
			text.field(row.getString(column));
		}
		text.end();
	}

}
