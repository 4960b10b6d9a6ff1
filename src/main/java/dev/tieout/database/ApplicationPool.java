package dev.tieout.database;

import java.util.Properties;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;

/** The connections of the application, which act as the role that owns nothing. */
final class ApplicationPool {

	private ApplicationPool() {
	}

	/**
	 * Opens a pool.
	 * @param access how to reach the database
	 * @param connections the most that are open at once
	 * @return the pool, to be closed
	 */
	static HikariDataSource open(DatabaseAccess access, int connections) {
		HikariConfig config = new HikariConfig();
		config.setPoolName("tieout");
		config.setJdbcUrl(access.url());
		Properties properties = Connections.properties(access.application());
		config.setDataSourceProperties(properties);
		config.setMaximumPoolSize(connections);
		// Many commands at once must fit into the server's connections.
		config.setMinimumIdle(1);
		config.setIdleTimeout(30_000);
		// A database that is gone is asked again by each step that ends because of it.
		config.setConnectionTimeout(6_000);
		config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
		config.setConnectionInitSql(firstStatements(access));
		// Opened when it is first needed; the owner has just connected.
		config.setInitializationFailTimeout(-1);
		return new HikariDataSource(config);
	}

	private static String firstStatements(DatabaseAccess access) {
		String settings = "set search_path to " + DatabaseAccess.SCHEMA + "; set timezone to 'UTC'; set jit to off; "
				+ WatchedSockets.SERVER_SETTINGS;
		return access.application().user().equals(DatabaseAccess.APPLICATION_ROLE) ? settings
				: "set role " + DatabaseAccess.APPLICATION_ROLE + "; " + settings;
	}

}
