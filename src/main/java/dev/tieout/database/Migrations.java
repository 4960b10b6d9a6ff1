package dev.tieout.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.TreeSet;

import javax.sql.DataSource;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** Brings a database to the state that this build works with, as its owner. */
final class Migrations {

	/** Any number that nothing else on the server locks. */
	private static final String TAKE_TURNS = "select pg_advisory_lock(7486917338120513)";

	private Migrations() {
	}

	/**
	 * Checks the server and migrates it where it is behind. Several processes at once
	 * take turns.
	 * @param access how to reach it
	 * @throws DatabaseUnavailableException if it does not suit, is newer than this build,
	 * or a migration fails
	 */
	static void bringUpToDate(DatabaseAccess access) {
		MigrationScripts build = MigrationScripts.ofThisBuild();
		try (Connection owner = connect(access)) {
			ServerCheck.check(owner, access);
			if (isUpToDate(owner, build, access)) {
				return;
			}
			try (Statement statement = owner.createStatement()) {
				statement.execute(TAKE_TURNS); // until the connection closes
			}
			if (!isUpToDate(owner, build, access)) {
				new Groundwork(owner, access).lay();
				migrate(owner);
			}
		}
		catch (SQLException | FlywayException ex) {
			throw new DatabaseUnavailableException(
					"The database at " + access.place() + " could not be prepared: " + ex.getMessage(), ex);
		}
	}

	private static Connection connect(DatabaseAccess access) {
		try {
			return Connections.open(access.url(), access.owner());
		}
		catch (SQLException ex) {
			throw ConnectionTrouble.explain(access, access.owner(), ex);
		}
	}

	private static boolean isUpToDate(Connection owner, MigrationScripts build, DatabaseAccess access)
			throws SQLException {
		MigrationScripts applied = MigrationScripts.of(owner);
		TreeSet<String> unknown = new TreeSet<>(applied.checksums().keySet());
		unknown.removeAll(build.checksums().keySet());
		if (!unknown.isEmpty()) {
			throw new DatabaseUnavailableException(
					"The database at " + access.place() + " was migrated by a newer Tieout: this one does not know '"
							+ unknown.last() + "'. Use the newer one.");
		}
		return applied.equals(build);
	}

	/**
	 * Flyway works on the connection that holds the turn, and on no other. On two of its
	 * own it would commit a migration and that it was applied one after the other, and a
	 * process killed between the two would leave a database that none could prepare any
	 * more. So they are one transaction; and whoever comes next waits until the server
	 * has noticed that this process is gone.
	 */
	private static void migrate(Connection owner) {
		DataSource source = new SingleConnectionDataSource(owner, true);
		Flyway.configure(Migrations.class.getClassLoader())
			.dataSource(source)
			.defaultSchema(DatabaseAccess.SCHEMA)
			.createSchemas(false)
			.locations("classpath:db/migration")
			.encoding("UTF-8")
			.validateMigrationNaming(true)
			.cleanDisabled(true)
			.load()
			.migrate();
	}

}
