package dev.tieout.records;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/** The SHA-256 by which a file is known (files.md, Reading). */
public final class FileHash {

	private static final int BLOCK = 1 << 16;

	private FileHash() {
	}

	/**
	 * Returns the SHA-256 of a file's bytes.
	 * @param file the file
	 * @return 64 hexadecimal digits
	 * @throws UncheckedIOException if it cannot be read
	 */
	public static String sha256(Path file) {
		return sha256(file, () -> false).orElseThrow(() -> new IllegalStateException("nobody has stopped it"));
	}

	/**
	 * Returns the SHA-256 of a file's bytes, unless it is told to stop: a large file
	 * takes its time.
	 * @param file the file
	 * @param stop whether to stop; asked often
	 * @return 64 hexadecimal digits; empty if it was stopped
	 * @throws UncheckedIOException if it cannot be read
	 */
	public static Optional<String> sha256(Path file, BooleanSupplier stop) {
		try (InputStream in = Files.newInputStream(file)) {
			MessageDigest digest = MessageDigest.getInstance("SHA-256");
			byte[] block = new byte[BLOCK];
			for (int read = in.read(block); read >= 0; read = in.read(block)) {
				digest.update(block, 0, read);
				if (stop.getAsBoolean()) {
					return Optional.empty();
				}
			}
			return Optional.of(HexFormat.of().formatHex(digest.digest()));
		}
		catch (IOException ex) {
			throw new UncheckedIOException("'" + file + "' cannot be read: " + ex.getMessage(), ex);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java platform must have SHA-256", ex);
		}
	}

}
