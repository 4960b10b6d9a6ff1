package dev.tieout.database;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import javax.sql.DataSource;

import com.zaxxer.hikari.HikariDataSource;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A migrated, empty PostgreSQL database of a test's own, on one server that all tests of
 * a JVM share.
 */
public final class TestDatabase implements AutoCloseable {

	private static final String TEMPLATE = "tieout_template";

	private static final AtomicInteger NUMBER = new AtomicInteger();

	private static boolean templateMade;

	private final DatabaseAccess access;

	private final HikariDataSource dataSource;

	private TestDatabase(DatabaseAccess access) {
		this.access = access;
		this.dataSource = ApplicationPool.open(access, 40);
	}

	/**
	 * Makes a database with all migrations and nothing else, in some 50 milliseconds.
	 * @return the database
	 */
	public static synchronized TestDatabase fresh() {
		if (!templateMade) {
			TestServer.execute("postgres", "create role tieout_owner login password 'owner'",
					"create role tieout_app login password 'app'",
					"create database " + TEMPLATE + " owner tieout_owner");
			Migrations.bringUpToDate(access(TEMPLATE));
			templateMade = true;
		}
		String name = "test_" + NUMBER.incrementAndGet();
		TestServer.execute("postgres", "create database " + name + " owner tieout_owner template " + TEMPLATE,
				"alter database " + name + " set search_path = tieout");
		return new TestDatabase(access(name));
	}

	/** Makes a database with the schema, its roles, and no migration. */
	static synchronized TestDatabase unmigrated() throws SQLException {
		fresh().close(); // makes the roles, once
		String name = "test_" + NUMBER.incrementAndGet();
		TestServer.execute("postgres", "create database " + name + " owner tieout_owner",
				"alter database " + name + " set search_path = tieout");
		try (Connection owner = Connections.open(access(name).url(), access(name).owner())) {
			new Groundwork(owner, access(name)).lay();
		}
		return new TestDatabase(access(name));
	}

	/**
	 * Returns another database with all that is in this one, whose connections are ended.
	 * @return the copy
	 */
	public TestDatabase copy() {
		String name = "test_" + NUMBER.incrementAndGet();
		TestServer.execute("postgres",
				"select pg_terminate_backend(pid) from pg_stat_activity where datname = '" + name() + "'",
				"create database " + name + " owner tieout_owner template " + name(),
				"alter database " + name + " set search_path = tieout");
		return new TestDatabase(access(name));
	}

	/**
	 * Does what an administrator of the server can do: past triggers, rights and foreign
	 * keys.
	 * @param statements SQL
	 */
	public void asAdministrator(String... statements) {
		TestServer.execute(name(),
				"set search_path = tieout; set session_replication_role = replica; " + String.join("; ", statements));
	}

	/**
	 * Asks what only an administrator of the server may know.
	 * @param query SQL for one value
	 * @return the value as text
	 */
	public String administratorAnswers(String query) throws SQLException {
		try (Connection connection = TestServer.connect(name());
				Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(query)) {
			row.next();
			return String.valueOf(row.getString(1));
		}
	}

	String name() {
		return url().substring(url().lastIndexOf('/') + 1);
	}

	static DatabaseAccess access(String database) {
		return new DatabaseAccess(TestServer.url(database), new Credentials("tieout_owner", "owner"),
				new Credentials("tieout_app", "app"));
	}

	/**
	 * Returns connections with the application's rights, pooled.
	 * @return the same pool at each call
	 */
	public DataSource dataSource() {
		return this.dataSource;
	}

	/**
	 * Returns connections of the schema's owner, for what the application may not do.
	 * @return a data source without a pool
	 */
	public DataSource ownerDataSource() {
		PGSimpleDataSource owner = new PGSimpleDataSource();
		owner.setUrl(this.access.url());
		owner.setUser(this.access.owner().user());
		owner.setPassword(this.access.owner().password());
		owner.setCurrentSchema(DatabaseAccess.SCHEMA);
		return owner;
	}

	/**
	 * Returns the database's address.
	 * @return a JDBC URL without a login
	 */
	public String url() {
		return this.access.url();
	}

	/**
	 * Returns what makes a process use this database.
	 * @return environment variables by name
	 */
	public Map<String, String> environment() {
		return Map.of("SPRING_DATASOURCE_URL", url(), "SPRING_DATASOURCE_USERNAME", this.access.application().user(),
				"SPRING_DATASOURCE_PASSWORD", this.access.application().password(), "SPRING_FLYWAY_USER",
				this.access.owner().user(), "SPRING_FLYWAY_PASSWORD", this.access.owner().password());
	}

	/**
	 * Returns what makes a Spring context in this process use this database.
	 * @return properties by name
	 */
	public Map<String, Object> properties() {
		return Map.of("spring.datasource.url", url(), "spring.datasource.username", this.access.application().user(),
				"spring.datasource.password", this.access.application().password(), "spring.flyway.user",
				this.access.owner().user(), "spring.flyway.password", this.access.owner().password());
	}

	/** Closes the connections; the database goes with its server. */
	@Override
	public void close() {
		this.dataSource.close();
	}

}
