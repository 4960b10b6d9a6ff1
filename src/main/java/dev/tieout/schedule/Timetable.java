package dev.tieout.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

import org.quartz.CronTrigger;
import org.quartz.JobKey;
import org.quartz.JobPersistenceException;
import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.quartz.Trigger;
import org.quartz.Trigger.TriggerState;
import org.quartz.impl.matchers.GroupMatcher;

import dev.tieout.configuration.JobFile;

/**
 * Keeps Quartz in step with the jobs that were taken up. What has not changed is left
 * alone: its next time may have passed while nobody served, and Quartz has still to see
 * that.
 */
final class Timetable {

	private static final int ATTEMPTS = 5;

	private static final Duration PAUSE = Duration.ofMillis(200);

	private final Scheduler scheduler;

	private final Clock clock;

	Timetable(Scheduler scheduler, Clock clock) {
		this.scheduler = scheduler;
		this.clock = clock;
	}

	/**
	 * Schedules, changes and unschedules.
	 * @param jobs the jobs with a schedule
	 * @param unreadable names of those whose schedule this process cannot read: they stay
	 */
	void follow(Collection<JobFile> jobs, Collection<String> unreadable) {
		try {
			for (JobFile job : jobs) {
				follow(job, ATTEMPTS);
			}
			Set<String> wanted = jobs.stream().map(JobFile::name).collect(Collectors.toCollection(HashSet::new));
			wanted.addAll(unreadable);
			for (JobKey key : this.scheduler.getJobKeys(GroupMatcher.jobGroupEquals(Triggers.GROUP))) {
				if (!wanted.contains(key.getName())) {
					this.scheduler.deleteJob(key);
				}
			}
		}
		catch (SchedulerException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Another process may write the same job at the same moment, one statement after the
	 * other as this one does. One of them is refused, and then finds it written.
	 */
	private void follow(JobFile job, int attempts) throws SchedulerException {
		try {
			follow(job);
		}
		catch (JobPersistenceException ex) {
			if (attempts == 1) {
				throw ex;
			}
			pause(ex);
			follow(job, attempts - 1);
		}
	}

	private static void pause(JobPersistenceException cause) throws JobPersistenceException {
		try {
			Thread.sleep(PAUSE.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw cause;
		}
	}

	private void follow(JobFile job) throws SchedulerException {
		if (job.schedule().isEmpty()) {
			return;
		}
		Trigger present = this.scheduler.getTrigger(Triggers.triggerKey(job.name()));
		CronTrigger wanted = Triggers.trigger(job, job.schedule().get(), from(present));
		boolean failed = this.scheduler.getTriggerState(Triggers.triggerKey(job.name())) == TriggerState.ERROR;
		if (present == null || failed || !Triggers.isSame(present, wanted)) {
			this.scheduler.scheduleJob(Triggers.job(job.name()), Set.of(wanted), true);
		}
	}

	/**
	 * A time that was missed under the former schedule may be missed under the new one.
	 */
	@SuppressWarnings("JavaUtilDate") // Quartz speaks it
	private Instant from(@org.jspecify.annotations.Nullable Trigger present) {
		Instant now = this.clock.instant();
		Date next = (present != null) ? present.getNextFireTime() : null;
		return (next != null && next.toInstant().isBefore(now)) ? next.toInstant() : now;
	}

}
