package dev.tieout.job;

import java.nio.file.Path;
import java.time.Instant;

/**
 * A file as a run registered it.
 *
 * @param number the file's number
 * @param kind what it holds
 * @param position its place in the run's reading order
 * @param store the store's number, 0 for files of no store
 * @param name its base name
 * @param path where it lies
 * @param reading how it is read, in one text
 * @param bytes how long it was
 * @param modified when it was last written
 * @param sha256 of its bytes
 * @param dated the date of what carries none
 */
public record RegisteredFile(int number, FileKind kind, int position, int store, String name, Path path, String reading,
		long bytes, Instant modified, String sha256, Instant dated) {

}
