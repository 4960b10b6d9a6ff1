package dev.tieout.configuration;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.List;
import java.util.stream.Stream;

/** The files under a directory whose paths match {@code *}, {@code ?} and {@code **}. */
final class Glob {

	private final Path root;

	private final String rest;

	Glob(Path base, String pattern) {
		int wildcard = 0;
		while (!PathPattern.isWildcard(pattern.substring(0, wildcard + 1))) {
			wildcard++;
		}
		int slash = pattern.lastIndexOf('/', wildcard);
		this.root = base.resolve(pattern.substring(0, slash + 1)).normalize();
		this.rest = pattern.substring(slash + 1);
	}

	/**
	 * Returns the files; directories that match are none, and what is hidden stays so.
	 */
	List<Path> files() throws IOException {
		Path start = this.root.toString().isEmpty() ? Path.of(".") : this.root;
		if (!Files.isDirectory(start)) {
			return List.of();
		}
		PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + glob());
		int depth = this.rest.contains("**") ? Integer.MAX_VALUE : this.rest.split("/").length;
		try (Stream<Path> walk = Files.walk(start, depth, FileVisitOption.FOLLOW_LINKS)) {
			return walk.filter((file) -> !Files.isDirectory(file))
				.map(start::relativize)
				.filter((file) -> matcher.matches(file) && !isHidden(file))
				.map(this.root::resolve)
				.toList();
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
	}

	/** Brackets and braces are literal, and no directory at all is enough for a star. */
	private String glob() {
		return this.rest.replaceAll("[\\\\\\[\\]{}]", "\\\\$0").replace("**/", "{,**/}");
	}

	/** As in a shell: what begins with a dot is found only where the pattern says so. */
	private boolean isHidden(Path file) {
		for (Path name : file) {
			if (name.toString().startsWith(".")) {
				return !this.rest.startsWith(".") && !this.rest.contains("/.");
			}
		}
		return false;
	}

}
