package dev.tieout.audit.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/**
 * A file being written for its owner only, under a temporary name until it is whole.
 *
 * @param target what it becomes, in place of a file that is there
 * @param temporary what it is until then
 * @param out takes its content
 */
record PendingFile(Path target, Path temporary, OutputStream out) {

	static PendingFile create(Path file) throws IOException {
		Path target = file.toAbsolutePath().normalize();
		Path directory = target.getParent();
		if (directory == null || !Files.isDirectory(directory)) {
			throw new FileSystemException(String.valueOf(directory), null, "there is no such directory");
		}
		if (Files.isDirectory(target)) {
			throw new FileSystemException(file.toString(), null, "it is a directory, but must be a file to write");
		}
		Path temporary = Files.createTempFile(directory, ".tieout-", ".part", OwnerOnly.file(directory));
		return new PendingFile(target, temporary, new BufferedOutputStream(Files.newOutputStream(temporary)));
	}

	/** It is whole: gives it its name. */
	void finish() throws IOException {
		this.out.close();
		Files.move(this.temporary, this.target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
	}

	/** Leaves nothing behind, where it was not finished. */
	void discard() throws IOException {
		this.out.close();
		Files.deleteIfExists(this.temporary);
	}

}
