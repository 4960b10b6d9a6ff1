package dev.tieout.operations;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

import org.springframework.jdbc.core.simple.JdbcClient;

/** The table of firings: each is claimed by exactly one living process. */
final class Firings {

	private final JdbcClient jdbc;

	Firings(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Claims a scheduled time; empty if it is claimed already. */
	Optional<Firing> claim(String job, Instant scheduledAt, int process) {
		Instant at = scheduledAt.truncatedTo(ChronoUnit.MILLIS);
		int rows = this.jdbc.sql("""
				insert into firing (job_name, scheduled_at, fired_at, process_no) values (?, ?, now(), ?)
				on conflict do nothing
				""").params(job, utc(at), process).update();
		return (rows == 1) ? Optional.of(new Firing(job, at, Optional.empty())) : Optional.empty();
	}

	/**
	 * Returns the firings without an outcome whose process is gone, and this process' own
	 * ones.
	 */
	List<Firing> open(int process) {
		return this.jdbc
			.sql("""
					select f.job_name, f.scheduled_at, f.run_no from firing f
					where f.outcome is null
					      and (f.process_no = :process
					           or not exists (select from pg_locks l
					                          where l.locktype = 'advisory' and l.classid = :space and l.objsubid = 2
					                                and l.objid::bigint = f.process_no and l.granted
					                                and l.database = (select oid from pg_database where datname = current_database())))
					order by f.scheduled_at, f.job_name collate "C"
					""")
			.param("process", process)
			.param("space", ServeProcess.SPACE)
			.query((row, number) -> firing(row))
			.list();
	}

	/**
	 * Takes a firing over from the process that is gone; answers false if another one was
	 * quicker.
	 */
	boolean adopt(Firing firing, int process) {
		return this.jdbc
			.sql("""
					update firing f set process_no = :process
					where f.job_name = :job and f.scheduled_at = :at and f.outcome is null
					      and (f.process_no = :process
					           or not exists (select from pg_locks l
					                          where l.locktype = 'advisory' and l.classid = :space and l.objsubid = 2
					                                and l.objid::bigint = f.process_no and l.granted
					                                and l.database = (select oid from pg_database where datname = current_database())))
					""")
			.param("process", process)
			.param("space", ServeProcess.SPACE)
			.param("job", firing.job())
			.param("at", utc(firing.scheduledAt()))
			.update() == 1;
	}

	/**
	 * Notes the run that is being registered, in the same transaction.
	 * @throws RefusedException if another process has taken the firing over
	 */
	void register(Firing firing, int run, int process) {
		int rows = this.jdbc
			.sql("""
					update firing set run_no = ? where job_name = ? and scheduled_at = ? and process_no = ? and outcome is null
					""")
			.params(run, firing.job(), utc(firing.scheduledAt()), process)
			.update();
		if (rows != 1) {
			throw new RefusedException("Another process has taken over this time of the schedule.");
		}
	}

	Optional<Integer> runOf(Firing firing) {
		return this.jdbc.sql("select run_no from firing where job_name = ? and scheduled_at = ? and run_no is not null")
			.params(firing.job(), utc(firing.scheduledAt()))
			.query(Integer.class)
			.optional();
	}

	/** Records the outcome, unless another process has taken the firing over. */
	boolean end(FiringResult result, int process) {
		return this.jdbc
			.sql("""
					update firing set outcome = :outcome, detail = :detail, ended_at = now(), run_no = coalesce(run_no, :run)
					where job_name = :job and scheduled_at = :at and process_no = :process and outcome is null
					""")
			.param("outcome", result.state().map(RunState::name).orElse("REFUSED"))
			.param("detail", result.detail().orElse(null))
			.param("run", result.run().orElse(null))
			.param("job", result.job())
			.param("at", utc(result.scheduledAt()))
			.param("process", process)
			.update() == 1;
	}

	private static OffsetDateTime utc(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

	private static Firing firing(ResultSet row) throws SQLException {
		int run = row.getInt(3);
		Optional<Integer> registered = row.wasNull() ? Optional.empty() : Optional.of(run);
		return new Firing(row.getString(1), row.getObject(2, OffsetDateTime.class).toInstant(), registered);
	}

}
