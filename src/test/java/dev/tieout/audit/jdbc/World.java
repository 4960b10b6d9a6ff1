package dev.tieout.audit.jdbc;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;

import javax.sql.DataSource;

import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ResourceDatabasePopulator;

import dev.tieout.database.TestDatabase;

/** A database with the world of {@code world.sql}. */
public final class World {

	/** Some hours after the second run. */
	public static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-01T20:00:00Z"), ZoneOffset.UTC);

	private World() {
	}

	public static DataSource create() {
		DataSource dataSource = TestDatabase.fresh().dataSource();
		new ResourceDatabasePopulator(new ClassPathResource("dev/tieout/audit/world.sql")).execute(dataSource);
		return dataSource;
	}

}
