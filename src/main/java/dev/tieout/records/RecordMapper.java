package dev.tieout.records;

import java.util.Optional;

/**
 * Makes a value of a record, in a layout where each record stands for itself.
 *
 * @param <T> the value
 */
@FunctionalInterface
public interface RecordMapper<T> {

	/**
	 * Returns what a record holds.
	 * @param record well-formed
	 * @param problems where to add what is wrong with it
	 * @return the value; empty or of no meaning where a problem was added
	 */
	Optional<T> map(FileRecord record, Problems problems);

}
