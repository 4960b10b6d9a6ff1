package dev.tieout.monitoring;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

import dev.tieout.audit.jdbc.VitalSignsReader;
import dev.tieout.configuration.ConfigurationException;
import dev.tieout.configuration.JobFile;
import dev.tieout.operations.LateJob;
import dev.tieout.operations.LateJobs;
import dev.tieout.operations.ScheduleBook;
import dev.tieout.operations.ScheduledJob;

/**
 * Which jobs are late, or ended badly. That is for people: a restart of the process,
 * which DOWN asks many a supervisor for, would mend none of it.
 */
final class JobsHealth implements HealthIndicator {

	private static final Logger LOG = LoggerFactory.getLogger(JobsHealth.class);

	private final VitalSignsReader signs;

	private final LateJobs late;

	private final ScheduleBook book;

	JobsHealth(VitalSignsReader signs, LateJobs late, ScheduleBook book) {
		this.signs = signs;
		this.late = late;
		this.book = book;
	}

	@Override
	public Health health() {
		try {
			return told();
		}
		catch (RuntimeException ex) {
			LOG.debug("the database does not answer", ex);
			return Health.unknown().withDetail("jobs", "not known while the database does not answer").build();
		}
	}

	private Health told() {
		List<JobFile> jobs = new ArrayList<>();
		List<String> broken = new ArrayList<>();
		for (ScheduledJob job : this.book.jobs()) {
			try {
				jobs.add(job.read());
				job.problem().ifPresent((problem) -> broken.add(job.name()));
			}
			catch (ConfigurationException ex) {
				LOG.debug("a job's texts cannot be used by this process", ex);
				broken.add(job.name());
			}
		}
		return Health.up()
			.withDetail("late", this.late.of(jobs).stream().map(LateJob::job).toList())
			.withDetail("endedBadly", new TreeMap<>(this.signs.read().troubles()))
			.withDetail("brokenFiles", broken)
			.build();
	}

}
