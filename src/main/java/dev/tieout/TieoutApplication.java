package dev.tieout;

import java.time.Clock;

import javax.sql.DataSource;

import dev.tieout.job.ReconciliationJob;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Bean;
import org.springframework.transaction.PlatformTransactionManager;

/** The application context of commands that run jobs. */
@SpringBootApplication(proxyBeanMethods = false)
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
