package dev.tieout.operations;

import java.nio.file.Path;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import dev.tieout.configuration.JobFile;
import dev.tieout.program.Program;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The jobs with a schedule, each with the texts that were last good. */
@Component
public final class ScheduleBook {

	private static final String JOBS = """
			select job_name, job_path, job_text, program_text, taken_up_at, problem, problem_since from scheduled_job
			""";

	private final JdbcClient jdbc;

	public ScheduleBook(DataSource dataSource) {
		this.jdbc = JdbcClient.create(dataSource);
	}

	/**
	 * Returns all jobs.
	 * @return by name
	 */
	public List<ScheduledJob> jobs() {
		return this.jdbc.sql(JOBS + "order by job_name collate \"C\"").query((row, number) -> job(row)).list();
	}

	/**
	 * Returns a job.
	 * @param name its name
	 * @return empty if it has no schedule
	 */
	public Optional<ScheduledJob> find(String name) {
		return this.jdbc.sql(JOBS + "where job_name = ?").param(name).query((row, number) -> job(row)).optional();
	}

	/**
	 * Takes up what a job's files say; they are good.
	 * @param job the job, with a schedule
	 * @return whether they say something else than what was taken up before
	 */
	public boolean takeUp(JobFile job) {
		return this.jdbc.sql("""
				insert into scheduled_job as s (job_name, job_path, job_text, program_text, taken_up_at)
				values (:name, :path, :text, :program, now())
				on conflict (job_name) do update
				set job_path = :path, job_text = :text, program_text = :program, taken_up_at = now(), problem = null,
				    problem_since = null
				where (s.job_path, s.job_text, s.program_text) <> (:path, :text, :program)
				""")
			.param("name", job.name())
			.param("path", absolute(job.path()).toString())
			.param("text", job.text())
			.param("program", job.program().text())
			.update() > 0;
	}

	/**
	 * Notes that a job's files cannot be used; what was taken up goes on.
	 * @param name the job's name
	 * @param problem what is wrong, one line each
	 */
	public void broken(String name, String problem) {
		this.jdbc.sql("""
				update scheduled_job set problem = :problem, problem_since = coalesce(problem_since, now())
				where job_name = :name and problem is distinct from :problem
				""").param("name", name).param("problem", problem).update();
	}

	/**
	 * Notes that a job's files are good again.
	 * @param name the job's name
	 * @return whether they were not
	 */
	public boolean mended(String name) {
		return this.jdbc.sql("""
				update scheduled_job set problem = null, problem_since = null where job_name = ? and problem is not null
				""").param(name).update() > 0;
	}

	/**
	 * Takes a job off the schedule.
	 * @param name the job's name
	 */
	public void remove(String name) {
		this.jdbc.sql("delete from scheduled_job where job_name = ?").param(name).update();
	}

	/**
	 * Returns why a job's program cannot run on this database: it holds another one's
	 * ledger.
	 * @param job the job
	 * @return what differs, for a person
	 */
	public Optional<String> refusal(JobFile job) {
		Program program = job.program().program();
		return this.jdbc.sql("select name, zone, currency from program").query((row, number) -> {
			List<String> differences = new java.util.ArrayList<>();
			differ(differences, "program", row.getString(1), program.name());
			differ(differences, "zone", row.getString(2), program.zone().getId());
			differ(differences, "currency", row.getString(3), program.currency().getCurrencyCode());
			return String.join(", ", differences);
		}).optional().filter((differences) -> !differences.isEmpty());
	}

	private static void differ(List<String> differences, String what, String held, String given) {
		if (!held.equals(given)) {
			differences.add("this database's %s is '%s', not '%s'".formatted(what, held, given));
		}
	}

	static Path absolute(Path path) {
		return path.toAbsolutePath().normalize();
	}

	private static ScheduledJob job(ResultSet row) throws SQLException {
		return new ScheduledJob(row.getString(1), Path.of(row.getString(2)), row.getString(3), row.getString(4),
				row.getObject(5, OffsetDateTime.class).toInstant(), Optional.ofNullable(row.getString(6)),
				instant(row.getObject(7, OffsetDateTime.class)));
	}

	private static Optional<Instant> instant(@Nullable OffsetDateTime time) {
		return Optional.ofNullable(time).map(OffsetDateTime::toInstant);
	}

}
