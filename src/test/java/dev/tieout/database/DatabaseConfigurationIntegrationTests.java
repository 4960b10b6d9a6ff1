package dev.tieout.database;

import javax.sql.DataSource;

import org.junit.jupiter.api.Test;
import org.quartz.JobBuilder;
import org.quartz.JobKey;
import org.quartz.Scheduler;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

class DatabaseConfigurationIntegrationTests {

	private final TestDatabase database = TestDatabase.fresh();

	private ConfigurableApplicationContext start() {
		return new SpringApplicationBuilder(Application.class).properties(this.database.properties()).run();
	}

	private ConfigurableApplicationContext serve() {
		return new SpringApplicationBuilder(Application.class).properties(this.database.properties())
			.properties("tieout.serve=true", "spring.main.web-application-type=none")
			.run();
	}

	@Test
	void batchKeepsItsExecutionsInTheDatabase() throws Exception {
		try (ConfigurableApplicationContext context = start()) {
			JobRepository repository = context.getBean(JobRepository.class);
			var instance = repository.createJobInstance("nightly", new JobParameters());
			var execution = repository.createJobExecution(instance, new JobParameters(),
					new org.springframework.batch.infrastructure.item.ExecutionContext());
			assertThat(execution.getStatus()).isEqualTo(BatchStatus.STARTING);
		}
		assertThat(JdbcClient.create(this.database.dataSource())
			.sql("select job_name from batch_job_execution join batch_job_instance using (job_instance_id)")
			.query(String.class)
			.single()).isEqualTo("nightly");
	}

	@Test
	void whoServesKeepsQuartzJobsInTheDatabase() throws Exception {
		try (ConfigurableApplicationContext context = serve()) {
			Scheduler scheduler = context.getBean(Scheduler.class);
			assertThat(scheduler.isStarted()).isFalse();
			scheduler.addJob(
					JobBuilder.newJob(Idle.class).withIdentity(JobKey.jobKey("nightly")).storeDurably().build(), true);
		}
		assertThat(JdbcClient.create(this.database.dataSource())
			.sql("select sched_name || ' ' || job_name from qrtz_job_details")
			.query(String.class)
			.single()).isEqualTo("tieout nightly");
		assertThat(JdbcClient.create(this.database.dataSource())
			.sql("select count(*) from qrtz_locks")
			.query(Integer.class)
			.single()).isEqualTo(2);
	}

	@Test
	void whoDoesNotServeHasNoScheduler() {
		try (ConfigurableApplicationContext context = start()) {
			assertThat(context.getBeanProvider(Scheduler.class).getIfAvailable()).isNull();
		}
	}

	@Test
	void thereIsOneDataSource() {
		try (ConfigurableApplicationContext context = start()) {
			assertThat(context.getBeansOfType(DataSource.class)).containsOnlyKeys("dataSource");
		}
	}

	/** Does nothing. */
	public static final class Idle implements org.quartz.Job {

		@Override
		public void execute(org.quartz.JobExecutionContext context) {
		}

	}

	@Configuration(proxyBeanMethods = false)
	@EnableAutoConfiguration
	@Import(DatabaseConfiguration.class)
	static class Application {

	}

}
