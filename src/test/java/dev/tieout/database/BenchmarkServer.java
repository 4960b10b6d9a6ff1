package dev.tieout.database;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import org.springframework.util.FileSystemUtils;

/**
 * The one server that the benchmark's contestants share, with the settings of Tieout's
 * embedded server: fsync and synchronous commits are on.
 */
public final class BenchmarkServer implements AutoCloseable {

	private final EmbeddedPostgres server;

	private BenchmarkServer(EmbeddedPostgres server) {
		this.server = server;
	}

	/**
	 * Starts the server.
	 * @param folder where its files go
	 * @return the server
	 * @throws IOException if it does not start
	 */
	public static BenchmarkServer start(Path folder) throws IOException {
		FileSystemUtils.deleteRecursively(folder.resolve("data"));
		System.setProperty("ot.epg.working-dir", folder.resolve("programs").toString());
		EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
			.setDataDirectory(folder.resolve("data"))
			.setLocaleConfig("locale", "C")
			.setLocaleConfig("locale-provider", "builtin")
			.setLocaleConfig("builtin-locale", "C.UTF-8");
		ServerSettings.forThisMachine()
			.text()
			.lines()
			.filter((line) -> line.contains(" = ") && !line.startsWith("#"))
			.map((line) -> line.split(" = ", 2))
			// The rest is about where it listens and how it writes dates.
			.filter((setting) -> !Set.of("listen_addresses", "unix_socket_directories", "log_line_prefix", "datestyle")
				.contains(setting[0]))
			.forEach((setting) -> builder.setServerConfig(setting[0], setting[1].replace("'", "")));
		return new BenchmarkServer(builder.start());
	}

	/** Makes an empty database, in place of one of that name. */
	public void create(String database) throws SQLException {
		execute("drop database if exists " + database + " with (force)", "create database " + database,
				"alter database " + database + " set search_path = tieout, public");
	}

	public void drop(String database) throws SQLException {
		execute("drop database if exists " + database + " with (force)");
	}

	/** So that no contestant pays for what the one before has left to write. */
	public void checkpoint() throws SQLException {
		execute("checkpoint");
	}

	public Connection connect(String database) throws SQLException {
		return this.server.getDatabase("postgres", database).getConnection();
	}

	/** What a process needs to work with a database. */
	public Map<String, String> environment(String database) {
		return Map.of("SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:" + this.server.getPort() + "/" + database,
				"SPRING_DATASOURCE_USERNAME", "postgres", "SPRING_DATASOURCE_PASSWORD", "postgres");
	}

	private void execute(String... statements) throws SQLException {
		try (Connection connection = connect("postgres"); Statement statement = connection.createStatement()) {
			for (String sql : statements) {
				statement.execute(sql);
			}
		}
	}

	@Override
	public void close() throws IOException {
		this.server.close();
	}

}
