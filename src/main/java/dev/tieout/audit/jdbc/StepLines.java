package dev.tieout.audit.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import dev.tieout.audit.StepLine;
import dev.tieout.audit.StepState;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Reads a run's steps from Spring Batch's own records, in which a run is found by its job
 * parameter {@code run}, and a worker by the colon in its name.
 */
final class StepLines {

	private static final String STEPS = """
			select s.step_name, s.status, s.exit_code, s.read_count, s.write_count, s.commit_count, s.start_time, s.end_time,
			       s.last_updated, s.exit_message, f.name as file,
			       dense_rank() over (order by s.job_execution_id) as execution
			  from batch_job_execution_params p
			  join batch_step_execution s on s.job_execution_id = p.job_execution_id
			  left join input_file f on f.run_no = :number
			                        and s.step_name = 'read ' || f.kind || ' file:' || to_char(f.position, 'FM000000')
			 where p.parameter_name = 'run' and p.parameter_value = :run
			 order by s.step_execution_id
			""";

	/** Until a run has posted, each judges all customers. */
	private static final String CUSTOMERS = """
			select sum(s.write_count)
			       / (select nullif(case when r.saw_posted_run is null then (select max(customer_no) from customer)
			                             else (select count(distinct customer_no) from scope c where c.run_no = r.run_no) end,
			                        0)::float
			            from run r where r.run_no = :run)
			  from batch_step_execution s
			  join batch_job_execution_params p on p.job_execution_id = s.job_execution_id
			 where p.parameter_name = 'run' and p.parameter_value = :text and s.step_name like 'reconcile worker:%'
			""";

	private static final String BYTES = """
			select sum(bytes_read) / nullif(sum(bytes), 0)::float
			  from input_file
			 where run_no = :run and kind = :kind and state in ('registered', 'reading', 'complete', 'failed', 'empty')
			""";

	/** What Batch has noted of a step that did not come to its own end. */
	private static final String NOT_ENDED = "EXECUTING";

	private final JdbcClient jdbc;

	private final int run;

	private final boolean atWork;

	StepLines(JdbcClient jdbc, int run, boolean atWork) {
		this.jdbc = jdbc;
		this.run = run;
		this.atWork = atWork;
	}

	List<StepLine> lines() {
		return this.jdbc.sql(STEPS)
			.param("run", Integer.toString(this.run))
			.param("number", this.run)
			.query((row, number) -> line(row))
			.list();
	}

	/** How much of a step's whole work is done, from 0 to 1, where that can be told. */
	Optional<Double> partDone(String step) {
		if (step.equals("reconcile")) {
			return share(this.jdbc.sql(CUSTOMERS).param("text", Integer.toString(this.run)));
		}
		return step.startsWith("read ") ? share(this.jdbc.sql(BYTES).param("kind", step.substring("read ".length())))
				: Optional.empty();
	}

	private Optional<Double> share(JdbcClient.StatementSpec statement) {
		return statement.param("run", this.run)
			.query((row, number) -> Optional.of(row.getDouble(1)).filter((share) -> share > 0))
			.single();
	}

	private StepLine line(ResultSet row) throws SQLException {
		String fullName = row.getString("step_name");
		int colon = fullName.indexOf(':');
		String name = (colon < 0) ? fullName : fullName.substring(0, fullName.lastIndexOf(' ', colon));
		Optional<String> part = (colon < 0) ? Optional.empty()
				: Cells.text(row, "file").or(() -> Optional.of("worker " + fullName.substring(colon + 1)));
		return new StepLine(row.getInt("execution"), name, part, state(row), row.getLong("read_count"),
				row.getLong("write_count"), row.getLong("commit_count"), local(row, "start_time"), ended(row),
				Cells.textOrEmpty(row, "exit_message").lines().findFirst().orElse(""));
	}

	private StepState state(ResultSet row) throws SQLException {
		return switch (row.getString("status")) {
			case "COMPLETED" -> StepState.DONE;
			case "STOPPED" -> StepState.STOPPED;
			case "STARTING", "STARTED", "STOPPING" -> this.atWork ? StepState.AT_WORK : StepState.CUT_OFF;
			default -> NOT_ENDED.equals(row.getString("exit_code")) ? StepState.CUT_OFF : StepState.FAILED;
		};
	}

	private Optional<Instant> ended(ResultSet row) throws SQLException {
		return (state(row) == StepState.CUT_OFF) ? local(row, "last_updated") : local(row, "end_time");
	}

	/** Spring Batch keeps the local time of the machine it runs on. */
	private static Optional<Instant> local(ResultSet row, String column) throws SQLException {
		return Optional.ofNullable(row.getTimestamp(column))
			.map((timestamp) -> timestamp.toLocalDateTime().atZone(ZoneId.systemDefault()).toInstant());
	}

}
