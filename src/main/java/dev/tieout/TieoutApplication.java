package dev.tieout;

import java.time.Clock;

import javax.sql.DataSource;

import dev.tieout.job.ReconciliationJob;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The application context of commands that run jobs. Beans are looked for where there are
 * any: every start of a command reads each class of these packages.
 */
@SpringBootApplication(proxyBeanMethods = false, scanBasePackages = { "dev.tieout.audit.file", "dev.tieout.audit.jdbc",
		"dev.tieout.database", "dev.tieout.monitoring", "dev.tieout.operations", "dev.tieout.schedule" })
public class TieoutApplication {

	@Bean
	Clock clock() {
		return Clock.systemUTC();
	}

	@Bean
	ReconciliationJob reconciliationJob(JobRepository repository, PlatformTransactionManager transactions,
			DataSource dataSource) {
		return new ReconciliationJob(repository, transactions, dataSource);
	}

}
