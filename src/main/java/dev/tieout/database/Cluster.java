package dev.tieout.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** Makes the embedded server's database files. */
final class Cluster {

	private static final Logger LOG = LoggerFactory.getLogger(Cluster.class);

	/**
	 * What the superuser does, once, before the server first listens. Afterwards it has
	 * no password and no line in pg_hba.conf. Blank lines end the statements.
	 */
	private static final String FIRST_STATEMENTS = """
			create role %1$s login password '%2$s';

			create role %3$s login password '%4$s';

			create database tieout owner %1$s;

			revoke all on database tieout from public;

			grant connect, temporary on database tieout to %3$s;

			alter database tieout set search_path = %5$s;

			alter role postgres password null;

			""";

	private final ServerCommand command;

	private final DataDirectory directory;

	Cluster(ServerCommand command) {
		this.command = command;
		this.directory = command.directory();
	}

	/**
	 * Makes the files where there are none, whole or not at all.
	 * @throws IOException if they cannot be written
	 * @throws DatabaseUnavailableException if there are files of another PostgreSQL
	 */
	void make() throws IOException {
		removeUnfinished();
		if (Files.exists(this.directory.cluster())) {
			checkVersion();
			return;
		}
		Path unfinished = this.directory.newUnfinishedCluster();
		initialise(unfinished);
		ServerPasswords passwords = ServerPasswords.random();
		run(FIRST_STATEMENTS.formatted(passwords.owner().user(), passwords.owner().password(),
				passwords.application().user(), passwords.application().password(), DatabaseAccess.SCHEMA), "postgres",
				"--single", "-j", "-c", "exit_on_error=true", "-c", "log_min_error_statement=panic", "-D",
				unfinished.getFileName().toString(), "postgres");
		passwords.write(this.directory);
		Files.move(unfinished, this.directory.cluster(), StandardCopyOption.ATOMIC_MOVE);
		try (FileChannel parent = FileChannel.open(this.directory.root(), StandardOpenOption.READ)) {
			parent.force(true);
		}
	}

	/** What cannot be removed, because it still grows, is removed by a later start. */
	private void removeUnfinished() throws IOException {
		for (Path unfinished : this.directory.unfinishedClusters()) {
			try {
				FileSystemUtils.deleteRecursively(unfinished);
			}
			catch (IOException ex) {
				LOG.info("left for the next start, for it cannot be removed: {}", unfinished, ex);
			}
		}
	}

	/** Code points sort everywhere alike; a system's locale changes with its updates. */
	private void initialise(Path target) throws IOException {
		Path superuser = this.directory.root().resolve("superuser.password");
		Files.deleteIfExists(superuser);
		ServerPasswords.writePrivate(superuser, ServerPasswords.secret());
		try {
			run("", "initdb", "-D", target.getFileName().toString(), "-U", "postgres", "--auth=scram-sha-256",
					"--pwfile=" + superuser.getFileName(), "--encoding=UTF8", "--locale=C", "--locale-provider=builtin",
					"--builtin-locale=C.UTF-8", "--no-instructions");
		}
		finally {
			Files.delete(superuser);
		}
	}

	private void run(String input, String program, String... arguments) throws IOException {
		ServerCommand.Result result = this.command.run(input, program, arguments);
		if (!result.succeeded()) {
			throw ServerTrouble.explain(result.output(), this.directory);
		}
	}

	private void checkVersion() throws IOException {
		String version = Files.readString(this.directory.cluster().resolve("PG_VERSION")).strip();
		if (!version.equals(ServerPrograms.MAJOR_VERSION)) {
			throw new DatabaseUnavailableException(
					"The database in '" + this.directory.root() + "' was made by PostgreSQL " + version
							+ ", but this Tieout brings PostgreSQL " + ServerPrograms.MAJOR_VERSION
							+ ". Use the Tieout that made it, or move the data with pg_upgrade.");
		}
	}

}
