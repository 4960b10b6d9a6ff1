package dev.tieout.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
	 */
	public static DataSource owner(Path data) throws IOException {
		DataDirectory directory = DataDirectory.open(data);
		Postmaster server = Postmaster.of(directory.cluster()).orElseThrow();
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
				server.get().stop(Duration.ofSeconds(30));
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
