package dev.tieout.database;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;

/** One server for all tests of a JVM: fast, not durable, gone with it. */
final class TestServer {

	static {
		System.setProperty("ot.epg.working-dir", Path.of("target", "test-server").toAbsolutePath().toString());
	}

	private static final EmbeddedPostgres SERVER = start();

	private TestServer() {
	}

	private static EmbeddedPostgres start() {
		try {
			Path directory = Path.of("target", "test-server", "data-" + ProcessHandle.current().pid()).toAbsolutePath();
			return EmbeddedPostgres.builder()
				.setDataDirectory(directory)
				.setLocaleConfig("locale", "C")
				.setLocaleConfig("locale-provider", "builtin")
				.setLocaleConfig("builtin-locale", "C.UTF-8")
				.setServerConfig("fsync", "off")
				.setServerConfig("full_page_writes", "off")
				.setServerConfig("shared_buffers", "128MB")
				.setServerConfig("jit", "off")
				.setDataDirectoryCustomizer(TestServer::askForPasswords)
				.start();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Passwords are wrong or right as elsewhere; only the superuser needs none. */
	private static void askForPasswords(File cluster) {
		try {
			Files.writeString(cluster.toPath().resolve("pg_hba.conf"), """
					host all postgres 127.0.0.1/32 trust
					host all postgres ::1/128 trust
					host all all 127.0.0.1/32 scram-sha-256
					host all all ::1/128 scram-sha-256
					""");
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	static String url(String database) {
		return "jdbc:postgresql://127.0.0.1:" + SERVER.getPort() + "/" + database;
	}

	/** Connects as the superuser. */
	static Connection connect(String database) throws SQLException {
		return SERVER.getDatabase("postgres", database).getConnection();
	}

	/** Runs statements as the superuser. */
	static void execute(String database, String... statements) {
		try (Connection connection = SERVER.getDatabase("postgres", database).getConnection();
				Statement statement = connection.createStatement()) {
			for (String sql : statements) {
				statement.execute(sql);
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
