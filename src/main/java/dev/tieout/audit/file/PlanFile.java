package dev.tieout.audit.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;

import dev.tieout.audit.Plan;

/**
 * Where a plan is written: a document, and beside it the CSV of the same base name that
 * has all entries.
 *
 * @param document the document's path
 */
public record PlanFile(Path document) {

	private static final String CSV = ".csv";

	/**
	 * Returns the CSV's path.
	 * @return beside the document
	 */
	public Path csv() {
		String name = this.document.getFileName().toString();
		int dot = name.lastIndexOf('.');
		return this.document.resolveSibling(((dot > 0) ? name.substring(0, dot) : name) + CSV);
	}

	/**
	 * Returns what stands in the way of writing.
	 * @return a sentence, or empty if nothing does
	 */
	public Optional<String> obstacle() {
		Path directory = this.document.toAbsolutePath().normalize().getParent();
		if (directory == null || !Files.isDirectory(directory)) {
			return Optional.of("'" + directory + "' is no directory; make it, or name another one.");
		}
		if (csv().equals(this.document)) {
			return Optional.of("'" + this.document
					+ "' ends in .csv, which is what the list of entries beside the plan is called; name it .json.");
		}
		for (Path file : new Path[] { this.document, csv() }) {
			if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
				return Optional
					.of("'" + file + "' exists already and is not overwritten; name another file, or remove it.");
			}
		}
		return Optional.empty();
	}

	/**
	 * Reads the document.
	 * @return the plan
	 * @throws PlanFormatException if it is none
	 */
	public Plan read() {
		try {
			return PlanJson.read(Files.readAllBytes(this.document));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * Begins to write.
	 * @return takes the entries; nothing is at the paths before it is told to publish
	 * @throws IOException if the directory cannot be written to
	 */
	public PlanWriter writer() throws IOException {
		return new PlanWriter(this);
	}

}
