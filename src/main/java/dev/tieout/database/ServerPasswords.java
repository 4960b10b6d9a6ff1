package dev.tieout.database;

import java.io.IOException;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.Properties;
import java.util.Set;

/**
 * The embedded server's logins.
 *
 * @param owner owns the database
 * @param application works in it
 */
record ServerPasswords(Credentials owner, Credentials application) {

	private static final SecureRandom RANDOM = new SecureRandom();

	private static final String TEXT = """
			# Logins of the database in this directory, made by Tieout. Without this file it cannot be opened.
			owner.user=%s
			owner.password=%s
			application.user=%s
			application.password=%s
			""";

	static ServerPasswords random() {
		return new ServerPasswords(new Credentials(DatabaseAccess.OWNER_ROLE, secret()),
				new Credentials(DatabaseAccess.APPLICATION_ROLE, secret()));
	}

	/**
	 * Returns a new secret.
	 * @return 192 random bits as hexadecimal digits, which need no quoting anywhere
	 */
	static String secret() {
		byte[] bytes = new byte[24];
		RANDOM.nextBytes(bytes);
		return HexFormat.of().formatHex(bytes);
	}

	/**
	 * Reads the logins of a directory that has a database.
	 * @param directory the data directory
	 * @return the logins
	 * @throws DatabaseUnavailableException if the file is missing or damaged
	 */
	static ServerPasswords read(DataDirectory directory) {
		Properties properties = new Properties();
		try (Reader reader = Files.newBufferedReader(directory.passwords())) {
			properties.load(reader);
		}
		catch (IOException ex) {
			throw new DatabaseUnavailableException(
					"The logins of the database in '" + directory.root() + "' cannot be read: "
							+ ServerTrouble.describe(ex) + ". Put 'server.properties' back from a backup.",
					ex);
		}
		return new ServerPasswords(login(properties, "owner", directory), login(properties, "application", directory));
	}

	private static Credentials login(Properties properties, String name, DataDirectory directory) {
		String user = properties.getProperty(name + ".user");
		String password = properties.getProperty(name + ".password");
		if (user == null || password == null) {
			throw new DatabaseUnavailableException("'" + directory.passwords() + "' lacks '" + name + ".user' or '"
					+ name + ".password'. Put it back from a backup.");
		}
		return new Credentials(user, password);
	}

	/**
	 * Writes the logins so that the file is complete or not there, and only for its
	 * owner.
	 */
	void write(DataDirectory directory) throws IOException {
		Path temporary = directory.root().resolve("server.properties.new");
		Files.deleteIfExists(temporary);
		writePrivate(temporary, TEXT.formatted(this.owner.user(), this.owner.password(), this.application.user(),
				this.application.password()));
		Files.move(temporary, directory.passwords(), StandardCopyOption.ATOMIC_MOVE);
	}

	static void writePrivate(Path file, String text) throws IOException {
		Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
		try (var channel = Files.newByteChannel(file, Set.of(StandardOpenOption.WRITE, StandardOpenOption.SYNC))) {
			var bytes = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
			while (bytes.hasRemaining()) {
				channel.write(bytes);
			}
		}
	}

}
