package dev.tieout.audit.jdbc;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import dev.tieout.audit.RunDetail;
import dev.tieout.audit.RunHeader;
import dev.tieout.audit.RunLife;
import dev.tieout.audit.StepFolding;
import dev.tieout.audit.StepLine;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads runs with their steps. */
@Component
public final class RunDetails {

	private static final String LIFE = """
			select coalesce(heartbeat_at, started_at) as last_sign,
			       exists (select from run_at_work w where w.run_no = r.run_no) as at_work
			  from run r
			 where run_no = :run
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	/**
	 * Creates the reader.
	 * @param dataSource the application's
	 * @param clock tells how long a step at work has taken
	 */
	public RunDetails(DataSource dataSource, Clock clock) {
		this.jdbc = JdbcClient.create(dataSource);
		this.clock = clock;
	}

	/**
	 * Returns a run with its files and steps.
	 * @param runNo the run's number
	 * @return the run, or empty where there is no such run
	 */
	public Optional<RunDetail> of(int runNo) {
		return new RunHeaders(this.jdbc).find(runNo).map(this::detail);
	}

	private RunDetail detail(RunHeader header) {
		RunLife life = this.jdbc.sql(LIFE)
			.param("run", header.number())
			.query((row, number) -> new RunLife(row.getBoolean("at_work"), Cells.instant(row, "last_sign")))
			.single();
		StepLines steps = new StepLines(this.jdbc, header.number(), life.atWork());
		List<StepLine> lines = steps.lines();
		StepFolding folding = new StepFolding(lines, this.clock.instant(), steps::partDone);
		return new RunDetail(header, life, new RunFiles(this.jdbc).of(header.number()), folding.steps(),
				lines.stream().filter((line) -> line.part().isPresent()).toList());
	}

}
