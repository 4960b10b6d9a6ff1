package dev.tieout.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

/** What a server must be before anything is written to it. */
final class ServerCheck {

	private static final int OLDEST = 14;

	private static final String QUERY = """
			select version(),
			       current_setting('server_version_num')::int / 10000,
			       current_setting('server_encoding'),
			       pg_is_in_recovery()
			""";

	private ServerCheck() {
	}

	/**
	 * Checks the server behind a connection.
	 * @param connection the connection
	 * @param access where it leads, for the messages
	 * @throws SQLException if it cannot be asked
	 * @throws DatabaseUnavailableException if it does not suit
	 */
	static void check(Connection connection, DatabaseAccess access) throws SQLException {
		String at = "The database at " + access.place();
		try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(QUERY)) {
			row.next();
			String version = String.valueOf(row.getString(1));
			if (!version.startsWith("PostgreSQL ")) {
				throw new DatabaseUnavailableException(at + " is not PostgreSQL, but '" + version + "'.");
			}
			if (row.getInt(2) < OLDEST) {
				throw new DatabaseUnavailableException(
						at + " is PostgreSQL " + row.getInt(2) + ", but Tieout needs " + OLDEST + " or later.");
			}
			if (!"UTF8".equals(row.getString(3))) {
				throw new DatabaseUnavailableException(at + " stores text as " + row.getString(3)
						+ ", but Tieout needs UTF8. Create it: create database <name> encoding 'UTF8' template template0;");
			}
			if (row.getBoolean(4)) {
				throw new DatabaseUnavailableException(at + " is a read-only standby. Name the primary server.");
			}
		}
	}

}
