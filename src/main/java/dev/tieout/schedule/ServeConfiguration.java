package dev.tieout.schedule;

import java.time.Clock;

import org.quartz.Scheduler;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.tieout.operations.Notifications;
import dev.tieout.operations.ScheduleBook;
import dev.tieout.operations.ScheduledRuns;
import dev.tieout.operations.ServeDuty;

/** What only a process that serves has. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("tieout.serve")
class ServeConfiguration {

	@Bean
	Serving serving(Scheduler scheduler, ScheduledRuns runs, Notifications notifications, ScheduleBook book,
			ObjectProvider<ServeDuty> duties, Clock clock) {
		return new Serving(scheduler, runs, notifications, book, duties.orderedStream().toList(), clock);
	}

}
