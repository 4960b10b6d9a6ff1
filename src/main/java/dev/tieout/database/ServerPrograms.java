package dev.tieout.database;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.net.URLConnection;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Locale;

import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.springframework.util.FileSystemUtils;
import org.tukaani.xz.XZInputStream;

/**
 * PostgreSQL's programs, unpacked from the application. They lie inside the data
 * directory, which nobody else can write, under a name made from the archive's checksum:
 * another build's programs are never run by mistake.
 *
 * @param home the directory with <code>bin</code>, <code>lib</code> and
 * <code>share</code>
 */
record ServerPrograms(Path home) {

	/** PostgreSQL's major version, which database files are bound to. */
	static final String MAJOR_VERSION = "18";

	/**
	 * Unpacks the programs where they are not there yet. To be called under the start
	 * lock.
	 * @param directory the data directory
	 * @return the programs
	 * @throws IOException if they cannot be written
	 */
	static ServerPrograms unpack(DataDirectory directory) throws IOException {
		URLConnection archive = archive().openConnection();
		Path home = directory.programs().resolve(version(archive));
		if (!Files.isDirectory(home)) {
			FileSystemUtils.deleteRecursively(directory.programs());
			Path unfinished = directory.programs().resolve("unfinished");
			try (InputStream stream = archive.getInputStream()) {
				unpack(stream, unfinished);
			}
			Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
		}
		return new ServerPrograms(home);
	}

	/**
	 * Returns a program's path.
	 * @param name such as <code>pg_ctl</code>
	 * @return the absolute path
	 */
	String program(String name) {
		return this.home.resolve("bin").resolve(name).toString();
	}

	private static URL archive() {
		String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).replace("mac os x", "darwin");
		String machine = System.getProperty("os.arch", "").toLowerCase(Locale.ROOT);
		String architecture = machine.equals("aarch64") ? "arm_64" : machine.replace("amd64", "x86_64");
		String name = "postgres-" + system + "-" + architecture + ".txz";
		URL found = ServerPrograms.class.getClassLoader().getResource(name);
		if (found == null && system.equals("darwin")) {
			// The archive for Intel holds universal programs.
			found = ServerPrograms.class.getClassLoader().getResource("postgres-darwin-x86_64.txz");
		}
		if (found == null) {
			throw new DatabaseUnavailableException("This build has no PostgreSQL for " + system + " on " + machine
					+ ". Set SPRING_DATASOURCE_URL to a PostgreSQL of your own.");
		}
		return found;
	}

	private static String version(URLConnection archive) throws IOException {
		long mark = (archive instanceof JarURLConnection jar) ? jar.getJarEntry().getCrc() : archive.getLastModified();
		return MAJOR_VERSION + "-" + Long.toHexString(mark) + "-" + Long.toHexString(archive.getContentLengthLong());
	}

	private static void unpack(InputStream archive, Path target) throws IOException {
		Files.createDirectories(target);
		try (TarArchiveInputStream tar = new TarArchiveInputStream(
				new XZInputStream(new BufferedInputStream(archive)))) {
			for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
				unpack(entry, tar, target);
			}
		}
	}

	private static void unpack(TarArchiveEntry entry, InputStream content, Path target) throws IOException {
		Path path = target.resolve(entry.getName()).normalize();
		if (!path.startsWith(target)) {
			throw new IOException("'" + entry.getName() + "' points out of the archive");
		}
		if (entry.isDirectory()) {
			Files.createDirectories(path);
			return;
		}
		Files.createDirectories(path.getParent());
		if (entry.isSymbolicLink()) {
			Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
		}
		else {
			Files.copy(content, path);
			Files.setPosixFilePermissions(path,
					PosixFilePermissions.fromString(((entry.getMode() & 0100) != 0) ? "rwx------" : "rw-------"));
		}
	}

}
