package dev.tieout.audit.file;

import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** Rights for their owner only, where the file system knows of owners. */
final class OwnerOnly {

	private OwnerOnly() {
	}

	static FileAttribute<?>[] folder(Path path) {
		return rights(path, "rwx------");
	}

	static FileAttribute<?>[] file(Path path) {
		return rights(path, "rw-------");
	}

	private static FileAttribute<?>[] rights(Path path, String rights) {
		if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
			return new FileAttribute<?>[0];
		}
		return new FileAttribute<?>[] { PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(rights)) };
	}

}
