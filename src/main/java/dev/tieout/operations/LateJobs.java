package dev.tieout.operations;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;

import javax.sql.DataSource;

import dev.tieout.configuration.JobFile;
import dev.tieout.configuration.NotificationCause;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds jobs that are late: {@code late-after} has passed, and nothing has been posted
 * for the time of the schedule before it. A run that posts later ends that.
 */
@Component
public final class LateJobs {

	private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT);

	/**
	 * Nothing was posted since the job was to start, although it was on the schedule by
	 * then: a job that came later missed nothing.
	 */
	private static final String IS_LATE = """
			select not exists (select 1 from run
			                    where kind = 'run' and job_name = :job and posted_at >= :at and business_date >= :date)
			       and (exists (select 1 from scheduled_job where job_name = :job and taken_up_at <= :at)
			            or exists (select 1 from firing where job_name = :job and scheduled_at <= :at)
			            or exists (select 1 from run where job_name = :job and started_at <= :at))
			""";

	private final JdbcClient jdbc;

	private final Clock clock;

	public LateJobs(DataSource dataSource, Clock clock) {
		this.jdbc = JdbcClient.create(dataSource);
		this.clock = clock;
	}

	/**
	 * Returns a job's lateness.
	 * @param job the job as it is on the schedule
	 * @return empty where it is not late
	 */
	public Optional<LateJob> find(JobFile job) {
		ZoneId zone = job.program().program().zone();
		return job.schedule()
			.flatMap((schedule) -> DueTime.last(schedule, zone, this.clock.instant()))
			.filter((due) -> isLate(job, due))
			.map((due) -> late(job, due, zone));
	}

	/**
	 * Returns the late ones of some jobs.
	 * @param jobs as they are on the schedule
	 * @return in the same order
	 */
	public List<LateJob> of(Collection<JobFile> jobs) {
		return jobs.stream().map(this::find).flatMap(Optional::stream).toList();
	}

	/**
	 * Tells of the late ones of some jobs: of each once a day, whichever process calls
	 * this how often.
	 * @param jobs as they are on the schedule
	 * @param alerts tells
	 * @param say takes a line where this process is the one that tells
	 */
	public void tell(Collection<JobFile> jobs, Alerts alerts, Consumer<String> say) {
		for (JobFile job : jobs) {
			find(job).filter((late) -> alerts.tellOrWarn(job, alert(job, late)))
				.ifPresent((late) -> say.accept(late.sentence()));
		}
	}

	private static Alert alert(JobFile job, LateJob late) {
		return new Alert(NotificationCause.LATE, job.name(), job.program().program().name(), Optional.empty(),
				Optional.of(late.businessDate()), Optional.of(late.day()), late.deadline(), late.sentence());
	}

	private boolean isLate(JobFile job, DueTime due) {
		return this.jdbc.sql(IS_LATE)
			.param("job", job.name())
			.param("at", due.scheduledAt().atOffset(ZoneOffset.UTC))
			.param("date", due.businessDate())
			.query(Boolean.class)
			.single();
	}

	private static LateJob late(JobFile job, DueTime due, ZoneId zone) {
		String sentence = "Job %s is late: it was to start at %s and be posted by %s in %s, and no run for %s has been since. See 'tieout runs'; 'tieout run %s' covers what was missed."
			.formatted(job.name(), local(due.scheduledAt(), zone), local(due.deadline(), zone), zone,
					due.businessDate(), job.name());
		return new LateJob(job.name(), due.day(), due.deadline(), due.scheduledAt(), due.businessDate(), sentence);
	}

	private static String local(Instant instant, ZoneId zone) {
		return TIME.format(instant.atZone(zone));
	}

}
