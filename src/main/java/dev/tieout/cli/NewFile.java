package dev.tieout.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A file that is there as a whole or not at all. */
final class NewFile {

	private NewFile() {
	}

	/**
	 * Writes a file that only its owner may read, in place of one that is there.
	 * @return what the content says of itself
	 */
	static long write(Path file, Content content) throws IOException {
		Path target = file.toAbsolutePath().normalize();
		Path directory = target.getParent();
		if (directory == null || !Files.isDirectory(directory)) {
			throw new FileSystemException(String.valueOf(directory), null, "there is no such directory");
		}
		if (Files.isDirectory(target)) {
			throw new FileSystemException(file.toString(), null, "it is a directory, but must be a file to write");
		}
		Path temporary = Files.createTempFile(directory, ".tieout-", ".part");
		try {
			long size;
			try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(temporary))) {
				size = content.writeTo(out);
			}
			Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
			return size;
		}
		finally {
			Files.deleteIfExists(temporary);
		}
	}

	/** What goes into a file. */
	interface Content {

		long writeTo(OutputStream out) throws IOException;

	}

}
