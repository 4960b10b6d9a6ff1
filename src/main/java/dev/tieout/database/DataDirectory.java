package dev.tieout.database;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The directory of the embedded server. Only its owner may read it.
 *
 * @param root its real path: two names of one directory are equal
 */
record DataDirectory(Path root) {

	private static final Set<PosixFilePermission> PRIVATE = PosixFilePermissions.fromString("rwx------");

	private static final Path SELF = Path.of("/proc/self");

	private static final String UNFINISHED = "postgres.new";

	/**
	 * Opens a data directory, which is made where it does not exist.
	 * @param path the directory
	 * @return the directory, with mode 0700
	 * @throws DatabaseUnavailableException if it cannot be written, belongs to another
	 * user or holds files of something else
	 */
	static DataDirectory open(Path path) {
		try {
			create(path.toAbsolutePath().normalize());
			DataDirectory directory = new DataDirectory(path.toRealPath());
			directory.refuseForeignOwner();
			directory.refuseForeignFiles();
			directory.refuseShellCharacters();
			Files.setPosixFilePermissions(directory.root, PRIVATE);
			return directory;
		}
		catch (AccessDeniedException ex) {
			throw new DatabaseUnavailableException(
					"The data directory '" + path + "' cannot be used: no right to write '" + ex.getFile()
							+ "'. Give --data a directory that you may write.",
					ex);
		}
		catch (IOException ex) {
			throw new DatabaseUnavailableException(
					"The data directory '" + path + "' cannot be used: " + ServerTrouble.describe(ex), ex);
		}
	}

	private static void create(Path path) throws IOException {
		Path parent = path.getParent();
		if (parent != null) {
			Files.createDirectories(parent);
		}
		if (!Files.isDirectory(path)) {
			try {
				Files.createDirectory(path, PosixFilePermissions.asFileAttribute(PRIVATE));
			}
			catch (FileAlreadyExistsException ex) {
				if (!Files.isDirectory(path)) {
					throw new DatabaseUnavailableException(
							"'" + path + "' is a file, but the data directory must be a directory.", ex);
				}
			}
		}
	}

	/** A server of one user cannot read, and must not spoil, files of another's. */
	private void refuseForeignOwner() throws IOException {
		if (Files.exists(SELF)
				&& !Files.getAttribute(SELF, "unix:uid").equals(Files.getAttribute(this.root, "unix:uid"))) {
			throw new DatabaseUnavailableException("The data directory '" + this.root + "' belongs to the user '"
					+ Files.getOwner(this.root).getName() + "', but this command runs as '"
					+ Files.getOwner(SELF).getName() + "'. Run it as '" + Files.getOwner(this.root).getName() + "'.");
		}
	}

	/** Opening changes the directory's mode, which must not happen to a home or /tmp. */
	private void refuseForeignFiles() throws IOException {
		if (Files.exists(startLock())) {
			return;
		}
		try (Stream<Path> files = Files.list(this.root)) {
			List<String> names = files.map((file) -> file.getFileName().toString())
				.filter((name) -> !name.startsWith("."))
				.sorted()
				.limit(3)
				.toList();
			if (!names.isEmpty() && !Files.exists(startLock())) {
				throw new DatabaseUnavailableException(
						"The data directory '" + this.root + "' holds files that are not Tieout's, such as '"
								+ String.join("', '", names) + "'. Give --data an empty or new directory.");
			}
		}
	}

	/** PostgreSQL starts its server through a shell and quotes its path only plainly. */
	private void refuseShellCharacters() {
		if (this.root.toString().chars().anyMatch((c) -> "\"$`\\\n".indexOf(c) >= 0)) {
			throw new DatabaseUnavailableException("The data directory's path '" + this.root
					+ "' has a quote, dollar sign, backtick, backslash or line break in it. Give --data another one.");
		}
	}

	/** The lock of whoever starts or stops the server. */
	Path startLock() {
		return this.root.resolve("start.lock");
	}

	/** The lock that all who use the server share. */
	Path usersLock() {
		return this.root.resolve("users.lock");
	}

	/** The logins' passwords. */
	Path passwords() {
		return this.root.resolve("server.properties");
	}

	/** The database files. */
	Path cluster() {
		return this.root.resolve("postgres");
	}

	/**
	 * Where database files are made until they are complete, another place each time:
	 * whoever was killed at it may have left a process that still writes to its own.
	 */
	Path newUnfinishedCluster() {
		return this.root.resolve(UNFINISHED + "-" + Long.toHexString(new SecureRandom().nextLong()));
	}

	/** What was left of database files that nobody completed. */
	List<Path> unfinishedClusters() throws IOException {
		try (Stream<Path> files = Files.list(this.root)) {
			return files.filter((file) -> file.getFileName().toString().startsWith(UNFINISHED)).sorted().toList();
		}
	}

	/** The server's programs. */
	Path programs() {
		return this.root.resolve("server");
	}

	/** What the server says. */
	Path log() {
		return this.root.resolve("postgres.log");
	}

}
