package dev.tieout.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

import javax.sql.DataSource;

import org.postgresql.ds.PGSimpleDataSource;

/**
 * A look into a data directory's server from outside, without using it as Tieout does.
 */
public final class DirectoryAccess {

	private DirectoryAccess() {
	}

	/**
	 * Returns connections of the owner, without a pool.
	 * @param data a data directory whose server runs
	 * @return a data source
	 * @throws IOException if no server runs there any more
	 */
	public static DataSource owner(Path data) throws IOException {
		DataDirectory directory = DataDirectory.open(data);
		Postmaster server = Postmaster.of(directory.cluster())
			.orElseThrow(() -> new IOException("no server runs in " + data));
		Credentials owner = ServerPasswords.read(directory).owner();
		PGSimpleDataSource source = new PGSimpleDataSource();
		source.setServerNames(new String[] { "127.0.0.1" });
		source.setPortNumbers(new int[] { server.port() });
		source.setDatabaseName("tieout");
		source.setUser(owner.user());
		source.setPassword(owner.password());
		source.setCurrentSchema(DatabaseAccess.SCHEMA);
		return source;
	}

	/**
	 * Opens a data directory's database as Tieout does: its server is started where none
	 * runs, and stopped where nobody else uses it.
	 * @param data the directory
	 * @return the database, to be closed
	 */
	public static Database open(Path data) {
		return Database.open(data, Map.of());
	}

	/**
	 * Returns the server's process.
	 * @param data the directory, which need not exist
	 * @return the postmaster, or empty if none runs
	 */
	public static Optional<ProcessHandle> server(Path data) throws IOException {
		if (!Files.isDirectory(data.resolve("postgres"))) {
			return Optional.empty();
		}
		return Postmaster.of(data.resolve("postgres").toRealPath())
			.filter(Postmaster::isRunning)
			.flatMap((server) -> ProcessHandle.of(server.pid()));
	}

	/**
	 * Copies a data directory that has been used once: the first start takes seconds.
	 * @param target where to
	 * @return the copy
	 */
	public static Path prepared(Path target) throws IOException, InterruptedException {
		return PreparedDirectory.copyTo(target);
	}

	/**
	 * Stops a data directory's server, if it runs.
	 * @param data the directory, which need not exist
	 */
	public static void stop(Path data) throws IOException {
		if (Files.isDirectory(data.resolve("postgres"))) {
			Optional<Postmaster> server = Postmaster.of(data.resolve("postgres").toRealPath());
			if (server.isPresent() && server.get().isRunning()) {
				server.get().stop(Duration.ofSeconds(30), Duration.ofMinutes(1));
			}
		}
	}

	/**
	 * Returns whether a data directory's server runs.
	 * @param data the directory
	 * @return also false where there is none
	 */
	public static boolean isRunning(Path data) throws IOException {
		return Postmaster.of(data.resolve("postgres").toRealPath()).filter(Postmaster::isRunning).isPresent();
	}

}
