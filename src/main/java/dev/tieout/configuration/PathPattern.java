package dev.tieout.configuration;

import java.nio.file.Path;

/**
 * A path or pattern of an input. {@code *} and {@code ?} stand for characters of one
 * name, {@code **} also for directories.
 *
 * @param base the directory it is relative to
 * @param pattern as written in the job file
 * @param file the job file, for messages
 * @param line its line there
 * @param key its key there
 */
public record PathPattern(Path base, SecretText pattern, String file, int line, String key) {

	/** Whether it may match any number of files, none included. */
	boolean hasWildcard() {
		return isWildcard(this.pattern.value());
	}

	Problem problem(String finding, String expected) {
		return new Problem(this.file, this.line, this.key, this.pattern.written(), finding, expected);
	}

	static boolean isWildcard(String text) {
		return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
	}

	@Override
	public String toString() {
		return this.pattern.toString();
	}

}
