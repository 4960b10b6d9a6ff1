package dev.tieout.database;

import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.jspecify.annotations.Nullable;

/**
 * The database, migrated and ready: the embedded one of a data directory, or the one that
 * the environment names. Closing it closes its connections and, if nobody else uses the
 * embedded server, stops that.
 */
public final class Database implements AutoCloseable {

	/**
	 * Three for each of the sixteen workers that a run has at most, and some for the run
	 * itself.
	 */
	private static final int CONNECTIONS = 52;

	/** What a process that is told to end has to close itself. */
	private static final Set<Database> UNATTENDED = ConcurrentHashMap.newKeySet();

	static {
		Runtime.getRuntime().addShutdownHook(new Thread(() -> UNATTENDED.forEach(Database::close), "tieout-database"));
	}

	private final @Nullable EmbeddedServer server;

	private final HikariDataSource pool;

	private boolean closed;

	private Database(@Nullable EmbeddedServer server, HikariDataSource pool) {
		this.server = server;
		this.pool = pool;
	}

	/**
	 * Opens the database without Spring. It is also closed when the process is told to
	 * end.
	 * @param data the data directory of the embedded server
	 * @param environment environment variables by name: SPRING_DATASOURCE_URL, _USERNAME
	 * and _PASSWORD name another PostgreSQL, SPRING_FLYWAY_USER and _PASSWORD its owner
	 * @return the database, to be closed
	 * @throws DatabaseUnavailableException if it cannot be used, with a sentence that
	 * says why
	 */
	public static Database open(Path data, Map<String, String> environment) {
		Database database = openAttended(data, environment);
		UNATTENDED.add(database);
		return database;
	}

	/** Opens the database for somebody who surely closes it, after their own work. */
	static Database openAttended(Path data, Map<String, String> environment) {
		DatabaseAccess given = GivenDatabase.from(environment).orElse(null);
		if (given != null) {
			return open(null, given);
		}
		EmbeddedServer server = EmbeddedServer.open(data);
		try {
			return open(server, server.access());
		}
		catch (RuntimeException ex) {
			server.close();
			throw ex;
		}
	}

	private static Database open(@Nullable EmbeddedServer server, DatabaseAccess access) {
		Migrations.bringUpToDate(access);
		return new Database(server, ApplicationPool.open(access, CONNECTIONS));
	}

	/**
	 * Returns the application's connections: they may read and write, but own nothing.
	 * @return a pool that lives as long as this
	 */
	public DataSource dataSource() {
		return this.pool;
	}

	/**
	 * Closes the connections and leaves the server. Doing it again has no effect, but
	 * waits until it is done: a process that is told to end while it closes must not end
	 * sooner.
	 */
	@Override
	public synchronized void close() {
		if (this.closed) {
			return;
		}
		this.closed = true;
		try {
			this.pool.close();
			if (this.server != null) {
				this.server.close();
			}
		}
		finally {
			UNATTENDED.remove(this);
		}
	}

}
