package dev.tieout.audit.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

import dev.tieout.audit.DateRange;
import dev.tieout.audit.Rerun;
import dev.tieout.audit.RunHeader;
import dev.tieout.audit.SealHead;

/** Reads what runs were. */
final class RunHeaders {

	private static final String HEADER = """
			select r.run_no, r.job_name, r.kind, r.business_date, r.covers_from, r.range_from, r.range_to,
			       r.whole_customers, r.dry_run, r.files_waiting, r.warning, r.state,
			       r.step, r.error, r.started_at, r.ended_at, r.posted_at, r.operator, r.operator_as, r.reason,
			       r.reports, r.tieout_version, e.hash, p.name as program, p.zone, p.currency,
			       s.seal_no, s.hash as seal
			  from run r
			  join edition e on e.edition_no = r.edition_no
			  left join seal s on s.run_no = r.run_no
			 cross join program p
			 where r.run_no = :run
			""";

	private final JdbcClient jdbc;

	RunHeaders(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	Optional<RunHeader> find(int runNo) {
		return this.jdbc.sql(HEADER).param("run", runNo).query((row, number) -> header(row)).optional();
	}

	private static RunHeader header(ResultSet row) throws SQLException {
		return new RunHeader(row.getInt("run_no"), row.getString("job_name"), row.getString("kind"),
				row.getString("program"), ZoneId.of(row.getString("zone")), row.getString("currency"),
				Cells.requiredDate(row, "business_date"), Cells.date(row, "covers_from"), rerun(row),
				row.getString("state"), Cells.text(row, "step"), Cells.text(row, "error"),
				Cells.requiredInstant(row, "started_at"), Cells.instant(row, "ended_at"),
				Cells.instant(row, "posted_at"), row.getString("hash"), row.getString("tieout_version"), operator(row),
				Cells.text(row, "reason"), Cells.text(row, "reports"), seal(row));
	}

	static String operator(ResultSet row) throws SQLException {
		String user = row.getString("operator");
		return Cells.text(row, "operator_as").map((as) -> user + " as " + as).orElse(user);
	}

	private static Optional<SealHead> seal(ResultSet row) throws SQLException {
		int number = row.getInt("seal_no");
		return row.wasNull() ? Optional.empty() : Optional.of(new SealHead(number, row.getString("seal")));
	}

	static Optional<DateRange> range(ResultSet row) throws SQLException {
		Optional<LocalDate> to = Cells.date(row, "range_to");
		return Cells.date(row, "range_from").flatMap((from) -> to.map((last) -> new DateRange(from, last)));
	}

	private static Optional<Rerun> rerun(ResultSet row) throws SQLException {
		boolean whole = row.getBoolean("whole_customers");
		boolean dry = row.getBoolean("dry_run");
		Optional<Integer> waiting = Optional.ofNullable(row.getObject("files_waiting", Integer.class));
		Optional<String> warning = Cells.text(row, "warning");
		return range(row).map((range) -> new Rerun(range, whole, dry, waiting, warning));
	}

}
