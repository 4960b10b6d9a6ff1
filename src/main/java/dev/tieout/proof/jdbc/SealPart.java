package dev.tieout.proof.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;

import dev.tieout.proof.CanonicalText;
import dev.tieout.proof.LinesDigest;
import dev.tieout.proof.PartDigest;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * The parts of a seal besides its entries: each a query whose rows are canonical lines,
 * every cell as text (docs/proof.md). They take the run's number and the seal's.
 */
enum SealPart {

	/** What the run was registered with. */
	RUN("""
			select r.run_no, r.kind, r.job_name, $sha(r.job_text), $sha(r.program_text), e.hash, r.business_date,
			       r.covers_from, r.range_from, r.range_to, r.restate, r.reason, $at(r.started_at), $at(r.posted_at),
			       r.operator, r.operator_as, r.tieout_version
			  from run r join edition e using (edition_no)
			 where r.run_no = :run
			"""),

	/** What the run proved before it posted. */
	CONTROL_TOTALS("""
			select run_no, equation, subject, expected, found, detail from control_total
			 where run_no = :run
			 order by equation, subject collate "C", detail collate "C", expected, found
			"""),

	/**
	 * The files whose rows count from this posting on; with the first seal also those of
	 * runs that posted before there were seals. Without their names: the same file may
	 * come under another.
	 */
	FILES("""
			select f.file_no, f.run_no, f.posted_by, f.kind, s.code, f.sha256, f.bytes, $at(f.dated), f.records, f.accepted,
			       f.unchanged, f.rejected, f.blank_lines, f.last_line
			  from input_file f left join store s using (store_no)
			 where f.posted_by = :run
			       or :seal = 1 and f.posted_by in (select u.run_no from run u, run r
			                                         where r.run_no = :run and u.posted_at < r.posted_at)
			 order by f.file_no
			"""),

	/** Commands that changed something since the seal before. */
	OPERATIONS("""
			select o.operation_no, $at(o.at), o.operator, o.operator_as, o.verb, o.detail, o.reason, o.run_no
			  from operation o
			 where o.operation_no in (select number from sealed_record where kind = 'operation' and seal_no = :seal)
			 order by o.operation_no
			""");

	private final String query;

	SealPart(String query) {
		this.query = query.replaceAll("\\$sha\\(([a-z_.]+)\\)", "encode(sha256(convert_to($1, 'UTF8')), 'hex')")
			.replaceAll("\\$at\\(([a-z_.]+)\\)",
					"to_char($1 at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')");
	}

	/**
	 * Adds the part's lines up.
	 * @param jdbc in the transaction to read in
	 * @param run the run's number
	 * @param seal the seal's number
	 * @return their number and hash
	 */
	PartDigest digest(JdbcTemplate jdbc, int run, int seal) {
		LinesDigest lines = new LinesDigest();
		read(jdbc, run, seal, (row, columns) -> append(row, columns, lines.line()));
		return lines.result();
	}

	/**
	 * Returns the part's lines.
	 * @param jdbc in the transaction to read in
	 * @param run the run's number
	 * @param seal the seal's number
	 * @return canonical lines
	 */
	String lines(JdbcTemplate jdbc, int run, int seal) {
		CanonicalText text = new CanonicalText();
		read(jdbc, run, seal, (row, columns) -> append(row, columns, text));
		return text.toString();
	}

	private void read(JdbcTemplate jdbc, int run, int seal, RowTaker taker) {
		String sql = this.query.replace(":run", Integer.toString(run)).replace(":seal", Integer.toString(seal));
		jdbc.query(sql, (row) -> {
			taker.take(row, row.getMetaData().getColumnCount());
		});
	}

	private static void append(ResultSet row, int columns, CanonicalText text) throws SQLException {
		for (int column = 1; column <= columns; column++) {
			text.field(row.getString(column));
		}
		text.end();
	}

	@FunctionalInterface
	private interface RowTaker {

		void take(ResultSet row, int columns) throws SQLException;

	}

}
