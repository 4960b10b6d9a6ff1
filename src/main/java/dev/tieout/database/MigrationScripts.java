package dev.tieout.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.CRC32;

import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The migrations of one build or database: script name to Flyway's checksum. Comparing
 * the two takes milliseconds, Flyway half a second.
 *
 * @param checksums checksums by script name
 */
record MigrationScripts(Map<String, Integer> checksums) {

	private static final String APPLIED = """
			select script, checksum
			from tieout.flyway_schema_history
			where success and type = 'SQL'
			order by installed_rank
			""";

	/** Reads the migrations that this build brings. */
	static MigrationScripts ofThisBuild() {
		Map<String, Integer> checksums = new HashMap<>();
		try {
			for (Resource script : new PathMatchingResourcePatternResolver()
				.getResources("classpath*:db/migration/*.sql")) {
				String name = String.valueOf(script.getFilename());
				if (name.contains("__")) {
					checksums.put(name, checksum(script));
				}
			}
		}
		catch (IOException ex) {
			throw new UncheckedIOException("the application's migrations cannot be read", ex);
		}
		return new MigrationScripts(checksums);
	}

	/** Reads the migrations that a database has had. */
	static MigrationScripts of(Connection connection) throws SQLException {
		Map<String, Integer> checksums = new HashMap<>();
		try (Statement statement = connection.createStatement()) {
			try (ResultSet found = statement
				.executeQuery("select to_regclass('tieout.flyway_schema_history') is not null")) {
				found.next();
				if (!found.getBoolean(1)) {
					return new MigrationScripts(checksums);
				}
			}
			try (ResultSet rows = statement.executeQuery(APPLIED)) {
				while (rows.next()) {
					checksums.put(String.valueOf(rows.getString(1)), rows.getInt(2));
				}
			}
		}
		return new MigrationScripts(checksums);
	}

	/** As Flyway does it: lines without their ends. */
	private static int checksum(Resource script) throws IOException {
		CRC32 crc = new CRC32();
		try (BufferedReader reader = new BufferedReader(
				new InputStreamReader(script.getInputStream(), StandardCharsets.UTF_8))) {
			for (String line = reader.readLine(); line != null; line = reader.readLine()) {
				crc.update(line.getBytes(StandardCharsets.UTF_8));
			}
		}
		return (int) crc.getValue();
	}

}
