package dev.tieout.database;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * Tieout's own PostgreSQL, one for each data directory, shared by all processes that use
 * it: the first starts it, the last stops it. It outlives a process that is killed; the
 * next one finds it and uses it. Everything that starts or stops a server happens under
 * the directory's start lock; everyone who uses it shares the users' lock, so the last
 * one is known without anybody having to count.
 */
final class EmbeddedServer implements AutoCloseable {

	/** Long enough for nearly every shutdown checkpoint. */
	private static final Duration GENTLY = Duration.ofSeconds(30);

	/** PostgreSQL itself kills its processes after five seconds then. */
	private static final Duration AT_ONCE = Duration.ofMinutes(1);

	/** This process's servers; a file lock does not tell its own threads apart. */
	private static final Map<Path, EmbeddedServer> OPEN = new HashMap<>();

	private final DataDirectory directory;

	private final ProcessLock users;

	private final DatabaseAccess access;

	private int handles;

	private EmbeddedServer(DataDirectory directory, ProcessLock users, DatabaseAccess access) {
		this.directory = directory;
		this.users = users;
		this.access = access;
	}

	/**
	 * Opens the server of a data directory, which is made where there is none. Each call
	 * needs one call of {@link #close()}.
	 * @param data the data directory
	 * @return the server, accepting connections
	 * @throws DatabaseUnavailableException if it cannot be used
	 */
	static EmbeddedServer open(Path data) {
		synchronized (OPEN) {
			DataDirectory directory = DataDirectory.open(data);
			EmbeddedServer server = OPEN.get(directory.root());
			if (server == null) {
				server = join(directory);
				OPEN.put(directory.root(), server);
			}
			server.handles++;
			return server;
		}
	}

	@SuppressWarnings("try") // the start lock is held, not used
	private static EmbeddedServer join(DataDirectory directory) {
		ProcessLock users = null;
		try (ProcessLock start = new ProcessLock(directory.startLock()).takeAlone()) {
			users = new ProcessLock(directory.usersLock());
			DatabaseAccess access = new ServerStart(directory).findOrStart(users);
			users.share();
			return new EmbeddedServer(directory, users, access);
		}
		catch (IOException ex) {
			release(users, ex);
			throw new DatabaseUnavailableException(
					"The database in '" + directory.root() + "' does not start: " + ServerTrouble.describe(ex), ex);
		}
		catch (RuntimeException ex) {
			release(users, ex);
			throw ex;
		}
	}

	private static void release(@Nullable ProcessLock users, Exception failure) {
		try {
			if (users != null) {
				users.close();
			}
		}
		catch (IOException ex) {
			failure.addSuppressed(ex);
		}
	}

	/** How to reach the database. */
	DatabaseAccess access() {
		return this.access;
	}

	/**
	 * Leaves the server, and stops it if nobody else uses it.
	 * @throws DatabaseUnavailableException if it does not stop
	 */
	@Override
	public void close() {
		synchronized (OPEN) {
			this.handles--;
			if (this.handles == 0) {
				OPEN.remove(this.directory.root());
				leave();
			}
		}
	}

	@SuppressWarnings("try") // the start lock is held, not used
	private void leave() {
		try (ProcessLock start = new ProcessLock(this.directory.startLock()).takeAlone(); this.users) {
			if (this.users.releaseAndSeeOthers()) {
				return;
			}
			Postmaster server = Postmaster.of(this.directory.cluster()).filter(Postmaster::isRunning).orElse(null);
			if (server != null && !server.stop(GENTLY, AT_ONCE)) {
				throw new IOException("process " + server.pid() + " is still at work after " + GENTLY.plus(AT_ONCE));
			}
		}
		catch (IOException ex) {
			throw new DatabaseUnavailableException(
					"The database in '" + this.directory.root() + "' does not stop: " + ServerTrouble.describe(ex), ex);
		}
	}

}
