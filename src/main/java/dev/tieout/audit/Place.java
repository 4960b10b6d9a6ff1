package dev.tieout.audit;

import java.util.OptionalLong;

/**
 * Where something stands: a line of a file, or an operator's command.
 *
 * @param file the file's base name, or {@code operation:N}
 * @param line the number of the record's first line; empty for an operation
 */
public record Place(String file, OptionalLong line) {

	@Override
	public String toString() {
		return this.line.isPresent() ? this.file + ":" + this.line.getAsLong() : this.file;
	}

}
