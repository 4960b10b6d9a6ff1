package dev.tieout.configuration;

import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

/** Why a path cannot be read as a file, in words. */
final class FileObstacle {

	private FileObstacle() {
	}

	static Optional<String> of(Path file) {
		if (!Files.exists(file)) {
			boolean link = Files.exists(file, LinkOption.NOFOLLOW_LINKS);
			return Optional.of(link ? "is a link to a file that does not exist" : "no such file");
		}
		if (Files.isDirectory(file)) {
			return Optional.of("is a directory, not a file");
		}
		if (!Files.isRegularFile(file)) {
			return Optional.of("is not a regular file");
		}
		return Files.isReadable(file) ? Optional.empty() : Optional.of("may not be read by this user");
	}

}
