package dev.tieout.schedule;

import java.time.Instant;
import java.util.Date;
import java.util.TimeZone;

import org.quartz.CronScheduleBuilder;
import org.quartz.CronTrigger;
import org.quartz.JobBuilder;
import org.quartz.JobDetail;
import org.quartz.JobKey;
import org.quartz.Trigger;
import org.quartz.TriggerBuilder;
import org.quartz.TriggerKey;

import dev.tieout.configuration.JobFile;
import dev.tieout.configuration.Schedule;

/** How a job's schedule is said to Quartz. */
final class Triggers {

	static final String GROUP = "jobs";

	private Triggers() {
	}

	static JobKey jobKey(String job) {
		return JobKey.jobKey(job, GROUP);
	}

	static TriggerKey triggerKey(String job) {
		return TriggerKey.triggerKey(job, GROUP);
	}

	/**
	 * A firing that was handed out by a process that died before it could claim it comes
	 * again.
	 */
	static JobDetail job(String job) {
		return JobBuilder.newJob(ScheduledRun.class).withIdentity(jobKey(job)).requestRecovery(true).build();
	}

	/**
	 * Returns a job's trigger.
	 * @param job a job with this schedule
	 * @param schedule its schedule
	 * @param from its times count from this one on; those that have passed are missed
	 */
	@SuppressWarnings("JavaUtilDate") // Quartz speaks it
	static CronTrigger trigger(JobFile job, Schedule schedule, Instant from) {
		CronScheduleBuilder times = CronScheduleBuilder.cronSchedule(schedule.cron())
			.inTimeZone(TimeZone.getTimeZone(job.zone()));
		return TriggerBuilder.newTrigger()
			.withIdentity(triggerKey(job.name()))
			.forJob(jobKey(job.name()))
			.startAt(Date.from(from))
			.withSchedule(switch (schedule.misfire()) {
				case RUN_ONCE -> times.withMisfireHandlingInstructionFireAndProceed();
				case SKIP -> times.withMisfireHandlingInstructionDoNothing();
			})
			.build();
	}

	/** Whether a trigger has the times of another and the same answer to missed ones. */
	static boolean isSame(Trigger one, CronTrigger other) {
		return one instanceof CronTrigger cron && cron.getCronExpression().equals(other.getCronExpression())
				&& cron.getTimeZone().getID().equals(other.getTimeZone().getID())
				&& cron.getMisfireInstruction() == other.getMisfireInstruction();
	}

}
