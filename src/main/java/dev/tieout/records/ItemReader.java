package dev.tieout.records;

import java.io.Closeable;
import java.util.Optional;

/**
 * Reads a file's items in the file's order. The same bytes give the same items, so a
 * reading that was cut off goes on where it stopped. Not for several threads.
 *
 * @param <T> the value that usable records hold
 */
public interface ItemReader<T> extends Closeable {

	/**
	 * Returns the next item.
	 * @return the item, or empty at the file's end
	 * @throws UnusableFileException when the file as a whole cannot be used
	 */
	Optional<Item<T>> next();

	/**
	 * Returns whether the file holds no records: no bytes, or a header only.
	 * @return whether it is to be reported as {@code EMPTY_FILE}
	 */
	boolean isEmpty();

	/**
	 * Returns the number of records in the items delivered so far, skipped ones included.
	 * @return all records of the file once {@link #next} has answered empty
	 */
	long recordsRead();

	/**
	 * Returns the number of blank lines passed so far.
	 * @return all blank lines of the file once {@link #next} has answered empty
	 */
	long blankLines();

	/**
	 * Returns how many of the file's bytes have been read so far; a little more than what
	 * the items delivered stand in, because reading goes ahead.
	 * @return the file's size at its end
	 */
	long bytesRead();

	/**
	 * Passes items that an earlier reading has delivered.
	 * @param items how many, counted from here
	 * @throws IllegalStateException when the file has fewer: it is not the one that was
	 * read before
	 */
	default void skip(long items) {
		for (long i = 0; i < items; i++) {
			if (next().isEmpty()) {
				throw new IllegalStateException(
						"the file ends after " + i + " items, but " + items + " were read from it before");
			}
		}
	}

	@Override
	void close();

}
