package dev.tieout.operations;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import javax.sql.DataSource;

import dev.tieout.configuration.ConfigurationException;
import dev.tieout.configuration.FoundJob;
import dev.tieout.configuration.JobDirectory;
import dev.tieout.configuration.JobFile;
import dev.tieout.configuration.Problem;
import dev.tieout.configuration.Schedule;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The schedule as it stands, for people. */
public final class ScheduleOverview {

	/** What a job last came to: a run, also one by hand, or a time that was refused. */
	private static final String LAST_RUN = """
			select run_no, outcome, at, detail from (
			    select run_no, state outcome, coalesce(ended_at, started_at) at, error detail, started_at began
			    from run where job_name = :job and kind = 'run'
			    union all
			    select run_no, outcome, ended_at, detail, fired_at
			    from firing where job_name = :job and outcome is not null and run_no is null
			) last order by began desc limit 1
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	private final ScheduleBook book;

	private final LateJobs late;

	public ScheduleOverview(DataSource dataSource, Clock clock) {
		this.jdbc = JdbcClient.create(dataSource);
		this.clock = clock;
		this.book = new ScheduleBook(dataSource);
		this.late = new LateJobs(dataSource, clock);
	}

	/**
	 * Returns the jobs of a directory, and those that are scheduled from elsewhere.
	 * @param directory the directory of job files
	 * @return in natural order of the files
	 * @throws ConfigurationException where there is no such directory
	 */
	public List<ScheduleLine> of(Path directory) {
		List<ScheduleLine> lines = new ArrayList<>();
		List<FoundJob> found = JobDirectory.look(directory);
		List<ScheduledJob> taken = this.book.jobs();
		found.forEach((job) -> lines.add(line(job, taken)));
		Set<Path> files = found.stream().map((job) -> ScheduleBook.absolute(job.path())).collect(Collectors.toSet());
		taken.stream().filter((job) -> !files.contains(job.path())).forEach((job) -> lines.add(elsewhere(job)));
		return List.copyOf(lines);
	}

	private ScheduleLine line(FoundJob found, List<ScheduledJob> all) {
		Path path = ScheduleBook.absolute(found.path());
		Optional<ScheduledJob> taken = all.stream()
			.filter((job) -> job.path().equals(path))
			.findFirst()
			.or(() -> all.stream().filter((job) -> job.name().equals(found.name())).findFirst());
		List<String> problems = new ArrayList<>(Problem.told(found.problems()));
		found.job()
			.filter((job) -> job.schedule().isPresent())
			.flatMap((job) -> this.book.refusal(job))
			.ifPresent((refusal) -> problems.add(found.path() + ": is another program: " + refusal));
		Optional<JobFile> valid = found.job().filter((job) -> problems.isEmpty());
		return line(found.name(), found.path().toString(), valid.or(() -> taken.flatMap(ScheduleOverview::read)),
				problems, taken);
	}

	private ScheduleLine elsewhere(ScheduledJob job) {
		String from = "on schedule from " + job.path() + ", which is not in this directory";
		return line(job.name(), job.path().toString(), read(job), List.of(job.problem().orElse(from)),
				Optional.of(job));
	}

	private ScheduleLine line(String name, String file, Optional<JobFile> job, List<String> problems,
			Optional<ScheduledJob> taken) {
		String known = taken.map(ScheduledJob::name).orElse(name);
		Optional<Schedule> schedule = job.flatMap(JobFile::schedule);
		Optional<ZoneId> zone = job.map(JobFile::zone);
		Optional<Instant> next = zone.flatMap((in) -> schedule.flatMap((when) -> when.next(this.clock.instant(), in)));
		return new ScheduleLine(known, file, zone, schedule.map(Schedule::cron), next, lastFired(known), lastRun(known),
				problems, job.flatMap(this.late::find), taken.map(ScheduledJob::takenUpAt));
	}

	private static Optional<JobFile> read(ScheduledJob taken) {
		try {
			return Optional.of(taken.read());
		}
		catch (ConfigurationException ex) {
			return Optional.empty(); // Its file is looked at, and says why.
		}
	}

	private Optional<Instant> lastFired(String job) {
		return this.jdbc.sql("select scheduled_at from firing where job_name = ? order by scheduled_at desc limit 1")
			.param(job)
			.query(OffsetDateTime.class)
			.optional()
			.map(OffsetDateTime::toInstant);
	}

	private Optional<ScheduleLine.LastRun> lastRun(String job) {
		return this.jdbc.sql(LAST_RUN).param("job", job).query((row, number) -> lastRun(row)).optional();
	}

	private static ScheduleLine.LastRun lastRun(ResultSet row) throws SQLException {
		int run = row.getInt("run_no");
		Optional<Integer> number = row.wasNull() ? Optional.empty() : Optional.of(run);
		return new ScheduleLine.LastRun(number, row.getString("outcome"),
				row.getObject("at", OffsetDateTime.class).toInstant(), Optional.ofNullable(row.getString("detail")));
	}

}
