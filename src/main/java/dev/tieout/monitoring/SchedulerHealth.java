package dev.tieout.monitoring;

import org.quartz.Scheduler;
import org.quartz.SchedulerException;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Whether jobs are started at their times: what a serving process is there for. */
final class SchedulerHealth implements HealthIndicator {

	private final Scheduler scheduler;

	SchedulerHealth(Scheduler scheduler) {
		this.scheduler = scheduler;
	}

	@Override
	public Health health() {
		try {
			boolean runs = this.scheduler.isStarted() && !this.scheduler.isInStandbyMode()
					&& !this.scheduler.isShutdown();
			return runs ? Health.up().build() : Health.down().withDetail("scheduler", "starts no jobs").build();
		}
		catch (SchedulerException ex) {
			return Health.down().withDetail("scheduler", "does not answer").build();
		}
	}

}
