package dev.tieout.audit.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

import dev.tieout.audit.RunDetail;
import dev.tieout.audit.StepLine;

/** Reads runs with their steps. */
@Component
public final class RunDetails {

	/** Spring Batch's own records; a run is found by its job parameter {@code run}. */
	private static final String STEPS = """
			select s.step_name, s.status, s.read_count, s.write_count, s.commit_count, s.start_time, s.end_time,
			       s.exit_message
			  from batch_job_execution_params p
			  join batch_step_execution s on s.job_execution_id = p.job_execution_id
			 where p.parameter_name = 'run' and p.parameter_value = :run
			 order by s.step_execution_id
			""";

	private static final int MESSAGE_LENGTH = 200;

	private final JdbcClient jdbc;

	/**
	 * Creates the reader.
	 * @param dataSource the application's
	 */
	public RunDetails(DataSource dataSource) {
		this.jdbc = JdbcClient.create(dataSource);
	}

	/**
	 * Returns a run with its files and steps.
	 * @param runNo the run's number
	 * @return the run, or empty where there is no such run
	 */
	public Optional<RunDetail> of(int runNo) {
		return new RunHeaders(this.jdbc).find(runNo)
			.map((header) -> new RunDetail(header, new RunFiles(this.jdbc).of(runNo), steps(runNo)));
	}

	private List<StepLine> steps(int runNo) {
		return this.jdbc.sql(STEPS).param("run", Integer.toString(runNo)).query((row, number) -> step(row)).list();
	}

	private static StepLine step(ResultSet row) throws SQLException {
		String message = Cells.textOrEmpty(row, "exit_message").lines().findFirst().orElse("");
		return new StepLine(row.getString("step_name"), row.getString("status"), row.getLong("read_count"),
				row.getLong("write_count"), row.getLong("commit_count"), local(row, "start_time"),
				local(row, "end_time"), message.substring(0, Math.min(MESSAGE_LENGTH, message.length())));
	}

	/** Spring Batch keeps the local time of the machine it runs on. */
	private static Optional<Instant> local(ResultSet row, String column) throws SQLException {
		return Optional.ofNullable(row.getTimestamp(column))
			.map((timestamp) -> timestamp.toLocalDateTime().atZone(ZoneId.systemDefault()).toInstant());
	}

}
