package dev.tieout.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.TreeSet;

import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.postgresql.ds.PGSimpleDataSource;

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
				migrate(access);
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

	private static void migrate(DatabaseAccess access) {
		PGSimpleDataSource source = new PGSimpleDataSource();
		source.setUrl(access.url());
		if (!access.owner().user().isEmpty()) {
			source.setUser(access.owner().user());
		}
		if (!access.owner().password().isEmpty()) {
			source.setPassword(access.owner().password());
		}
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
