package dev.tieout.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;

import org.postgresql.Driver;

/** Opens single connections, outside any pool. */
final class Connections {

	/**
	 * No statement works longer; a server that is gone without a word is given up then.
	 */
	static final Duration LONGEST_STATEMENT = Duration.ofHours(2);

	private Connections() {
	}

	/**
	 * Opens a connection.
	 * @param url a PostgreSQL JDBC URL
	 * @param login who connects
	 * @return the connection
	 * @throws SQLException if it is refused
	 */
	static Connection open(String url, Credentials login) throws SQLException {
		Properties properties = properties(login);
		properties.setProperty("loginTimeout", "15");
		Connection connection = new Driver().connect(url, properties);
		if (connection == null) {
			throw new SQLException("not a PostgreSQL URL", "08001");
		}
		return connection;
	}

	/**
	 * Returns what every connection is opened with.
	 * @param login who connects
	 * @return the driver's properties
	 */
	static Properties properties(Credentials login) {
		Properties properties = new Properties();
		if (!login.user().isEmpty()) {
			properties.setProperty("user", login.user());
		}
		if (!login.password().isEmpty()) {
			properties.setProperty("password", login.password());
		}
		properties.setProperty("ApplicationName", "tieout");
		properties.setProperty("connectTimeout", "10");
		properties.setProperty("socketTimeout", Long.toString(LONGEST_STATEMENT.toSeconds()));
		properties.setProperty("tcpKeepAlive", "true");
		properties.setProperty("socketFactory", WatchedSockets.class.getName());
		properties.setProperty("reWriteBatchedInserts", "true");
		// An error would tell the row that was refused, with a customer's address in it.
		properties.setProperty("logServerErrorDetail", "false");
		return properties;
	}

}
