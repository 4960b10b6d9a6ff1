package dev.tieout.database;

import java.util.Properties;

import org.postgresql.Driver;

/**
 * How a database is reached.
 *
 * @param url a PostgreSQL JDBC URL
 * @param owner who owns the schema and migrates it
 * @param application who does all other work and owns nothing
 */
record DatabaseAccess(String url, Credentials owner, Credentials application) {

	/** The schema that holds everything of Tieout's. */
	static final String SCHEMA = "tieout";

	/** The role whose rights all work except migrations has. */
	static final String APPLICATION_ROLE = "tieout_app";

	/** The role that owns the schema of the embedded server. */
	static final String OWNER_ROLE = "tieout_owner";

	/**
	 * Returns the place without anything secret in it.
	 * @return host, port and database, for messages
	 */
	String place() {
		Properties parts = Driver.parseURL(this.url, new Properties());
		if (parts == null) {
			return "the given URL";
		}
		return parts.getProperty("PGHOST", "localhost") + ":" + parts.getProperty("PGPORT", "5432") + "/"
				+ parts.getProperty("PGDBNAME", "");
	}

}
