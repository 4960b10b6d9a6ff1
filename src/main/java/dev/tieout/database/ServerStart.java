package dev.tieout.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** Finds the running server of a data directory, or starts it. Under the start lock. */
final class ServerStart {

	/** Redoing four gigabytes of WAL after a crash takes minutes on a slow disk. */
	private static final Duration START_PATIENCE = Duration.ofMinutes(10);

	/** How long the last backends of a killed server may take to notice. */
	private static final Duration REMNANT_PATIENCE = Duration.ofSeconds(30);

	private static final long LARGEST_LOG = 10L << 20;

	private final DataDirectory directory;

	ServerStart(DataDirectory directory) {
		this.directory = directory;
	}

	/**
	 * Finds or starts the server.
	 * @param users the users' lock, not held by this process
	 * @return how to reach it
	 * @throws IOException if files cannot be read or written
	 */
	DatabaseAccess findOrStart(ProcessLock users) throws IOException {
		Optional<Postmaster> former = Postmaster.of(this.directory.cluster());
		if (former.isPresent() && former.get().isRunning()) {
			DatabaseAccess access = access(former.get(), ServerPasswords.read(this.directory));
			if (Poll.until(() -> !former.get().isRunning() || answers(access), START_PATIENCE)
					&& former.get().isRunning()) {
				return access;
			}
		}
		if (users.releaseAndSeeOthers()) {
			throw new DatabaseUnavailableException("The database in '" + this.directory.root()
					+ "' is in use by another process, but its server does not answer here: it has crashed, or runs in"
					+ " another container. End the other Tieout processes on this directory and start again.");
		}
		return start();
	}

	private DatabaseAccess start() throws IOException {
		ServerCommand command = new ServerCommand(ServerPrograms.unpack(this.directory), this.directory);
		new Cluster(command).make();
		ServerPasswords passwords = ServerPasswords.read(this.directory);
		ServerSettings.forThisMachine().write(this.directory.cluster());
		Optional<Postmaster> dead = Postmaster.of(this.directory.cluster());
		if (dead.isPresent()) {
			dead.get().disown();
		}
		keepLogSmall();
		Poll.until(() -> attempt(command), REMNANT_PATIENCE);
		Postmaster server = Postmaster.of(this.directory.cluster()).orElse(null);
		if (server == null) {
			throw new DatabaseUnavailableException("The database in '" + this.directory.root()
					+ "' does not start. The reason is in '" + this.directory.log() + "'.");
		}
		return access(server, passwords);
	}

	/** One try; another may help against a port that is taken just now, or a remnant. */
	private boolean attempt(ServerCommand command) throws IOException {
		Path log = this.directory.log();
		long known = Files.exists(log) ? Files.size(log) : 0;
		ServerCommand.Result result = command.run("", "pg_ctl", "start", "-D",
				this.directory.cluster().getFileName().toString(), "-l", log.getFileName().toString(), "-s", "-w", "-t",
				Long.toString(START_PATIENCE.toSeconds()), "-o", "-p " + freePort());
		if (result.succeeded()) {
			return true;
		}
		String said = result.output() + newLines(log, known);
		if (said.contains("Address already in use") || said.contains("shared memory block")) {
			return false;
		}
		throw ServerTrouble.explain(said, this.directory);
	}

	private static int freePort() throws IOException {
		try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByAddress(new byte[] { 127, 0, 0, 1 }))) {
			return socket.getLocalPort();
		}
	}

	private static String newLines(Path log, long known) throws IOException {
		if (!Files.exists(log)) {
			return "";
		}
		try (var stream = Files.newInputStream(log)) {
			stream.skipNBytes(known);
			return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

	private void keepLogSmall() throws IOException {
		Path log = this.directory.log();
		if (Files.exists(log) && Files.size(log) > LARGEST_LOG) {
			Files.move(log, log.resolveSibling("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
		}
	}

	private static DatabaseAccess access(Postmaster server, ServerPasswords passwords) {
		return new DatabaseAccess("jdbc:postgresql://127.0.0.1:" + server.port() + "/tieout?sslmode=disable",
				passwords.owner(), passwords.application());
	}

	/** A server that is starting or stopping does not answer yet or any more. */
	private static boolean answers(DatabaseAccess access) {
		try {
			Connections.open(access.url(), access.owner()).close();
			return true;
		}
		catch (SQLException ex) {
			if (ConnectionTrouble.isNotReady(ex)) {
				return false;
			}
			throw ConnectionTrouble.explain(access, access.owner(), ex);
		}
	}

}
