package dev.tieout.monitoring;

import java.time.Clock;

import io.prometheus.metrics.model.registry.PrometheusRegistry;
import org.quartz.Scheduler;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import dev.tieout.audit.jdbc.VitalSignsReader;
import dev.tieout.operations.LateJobs;
import dev.tieout.operations.ScheduleBook;

/** Health and metrics, which only a process that serves has. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnBooleanProperty("tieout.serve")
class MonitoringConfiguration {

	@Bean
	Metrics metrics(PrometheusRegistry registry, VitalSignsReader signs, Clock clock) {
		Metrics metrics = new Metrics(signs, clock);
		registry.register(metrics);
		return metrics;
	}

	@Bean
	HealthIndicator schedulerHealthIndicator(Scheduler scheduler) {
		return new SchedulerHealth(scheduler);
	}

	@Bean
	HealthIndicator jobsHealthIndicator(VitalSignsReader signs, LateJobs late, ScheduleBook book) {
		return new JobsHealth(signs, late, book);
	}

}
