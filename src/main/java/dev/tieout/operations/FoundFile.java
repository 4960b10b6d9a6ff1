package dev.tieout.operations;

import java.nio.file.Path;
import java.time.Instant;

import dev.tieout.job.FileKind;
import dev.tieout.orders.file.OrderFormat;

/**
 * A file that a job's inputs stand for, before it is registered.
 *
 * @param kind what it holds
 * @param path where it lies
 * @param reading how it is read, in one text
 * @param dated the date of what carries none
 * @param store for orders, else {@link Store#NONE}
 */
record FoundFile(FileKind kind, Path path, String reading, Instant dated, Store store) {

	String name() {
		Path name = this.path.getFileName();
		return (name != null) ? name.toString() : this.path.toString();
	}

	/**
	 * A store as an input names it.
	 *
	 * @param code its code, empty for none
	 * @param format its layout, which a store keeps once used
	 * @param idColumn which column is its order id
	 */
	record Store(String code, String format, String idColumn) {

		static final Store NONE = new Store("", "", "");

		static Store of(String code, OrderFormat format, String idColumn) {
			return new Store(code, format.name(), idColumn);
		}

	}

}
