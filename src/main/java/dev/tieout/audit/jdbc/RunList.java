package dev.tieout.audit.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.tieout.audit.RunLife;
import dev.tieout.audit.RunLine;
import dev.tieout.audit.Runs;

/** Reads the history of runs. */
@Component
public final class RunList {

	private static final String RUNS = """
			select run_no, job_name, case when dry_run then 'dry run' else kind end as kind, business_date, range_from, range_to,
			       state, step, started_at, ended_at, operator, operator_as, error,
			       coalesce(heartbeat_at, started_at) as last_sign,
			       exists (select from run_at_work w where w.run_no = r.run_no) as at_work
			  from run r
			 order by run_no desc
			 limit :limit
			""";

	private final JdbcClient jdbc;

	/**
	 * Creates the reader.
	 * @param dataSource the application's
	 */
	public RunList(DataSource dataSource) {
		this.jdbc = JdbcClient.create(dataSource);
	}

	/**
	 * Returns the newest runs.
	 * @param limit how many at most
	 * @return the newest first
	 */
	public Runs newest(int limit) {
		return new Runs(this.jdbc.sql(RUNS).param("limit", limit).query((row, number) -> line(row)).list());
	}

	private static RunLine line(ResultSet row) throws SQLException {
		RunLife life = new RunLife(row.getBoolean("at_work"), Cells.instant(row, "last_sign"));
		return new RunLine(row.getInt("run_no"), row.getString("job_name"), row.getString("kind"),
				Cells.requiredDate(row, "business_date"), RunHeaders.range(row), row.getString("state"),
				Cells.text(row, "step"), Cells.requiredInstant(row, "started_at"), Cells.instant(row, "ended_at"),
				RunHeaders.operator(row), Cells.text(row, "error"),
				life.remark(row.getString("state"), row.getInt("run_no")));
	}

}
