package dev.tieout.schedule;

import java.time.Instant;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;
import org.quartz.Scheduler;

/** What Quartz starts at a job's time. */
@DisallowConcurrentExecution
final class ScheduledRun implements Job {

	private final Serving serving;

	ScheduledRun(Serving serving) {
		this.serving = serving;
	}

	@Override
	public void execute(JobExecutionContext context) {
		this.serving.fire(context.getJobDetail().getKey().getName(), scheduledAt(context));
	}

	/** The time it was to fire, also where that was in a process that died. */
	@SuppressWarnings("JavaUtilDate") // Quartz speaks it
	private static Instant scheduledAt(JobExecutionContext context) {
		if (context.isRecovering()) {
			return Instant.ofEpochMilli(Long.parseLong(context.getMergedJobDataMap()
				.getString(Scheduler.FAILED_JOB_ORIGINAL_TRIGGER_SCHEDULED_FIRETIME_IN_MILLISECONDS)));
		}
		return context.getScheduledFireTime().toInstant();
	}

}
