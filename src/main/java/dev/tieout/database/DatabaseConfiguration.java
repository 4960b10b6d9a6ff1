package dev.tieout.database;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

import javax.sql.DataSource;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/**
 * The application context's database. Boot's own migration is off
 * (<code>spring.flyway.enabled</code>): a database is migrated before there is a pool for
 * it.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

	private static final Map<String, String> VARIABLES = Map.of("spring.datasource.url", "SPRING_DATASOURCE_URL",
			"spring.datasource.username", "SPRING_DATASOURCE_USERNAME", "spring.datasource.password",
			"SPRING_DATASOURCE_PASSWORD", "spring.flyway.user", "SPRING_FLYWAY_USER", "spring.flyway.password",
			"SPRING_FLYWAY_PASSWORD");

	@Bean
	Database database(Environment environment) {
		Map<String, String> given = new HashMap<>();
		VARIABLES.forEach((property, variable) -> {
			String value = environment.getProperty(property);
			if (value != null) {
				given.put(variable, value);
			}
		});
		return Database.openAttended(Path.of(environment.getProperty("tieout.data", "data")), given);
	}

	@Bean(destroyMethod = "") // its database closes it
	DataSource dataSource(Database database) {
		return database.dataSource();
	}

}
