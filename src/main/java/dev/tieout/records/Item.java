package dev.tieout.records;

import java.util.List;

/**
 * What one or more adjacent records of a file came to.
 *
 * @param <T> the value that usable records hold
 */
public sealed interface Item<T> {

	/**
	 * Returns where the item starts.
	 * @return the physical line of its first character, from 1
	 */
	long line();

	/**
	 * Returns how many records of the file the item is made of.
	 * @return at least 1
	 */
	int records();

	/**
	 * Returns what the item's records were grouped by. A key that comes again later in
	 * the file is for the caller to find: a reader remembers no keys.
	 * @return for orders the order id, for Shopify's the order's name; empty where it is
	 * unknown and for layouts that group nothing
	 */
	String key();

	/**
	 * Records that can be used.
	 *
	 * @param line see {@link Item#line}
	 * @param records see {@link Item#records}
	 * @param key see {@link Item#key}
	 * @param value what they hold
	 */
	record Accepted<T>(long line, int records, String key, T value) implements Item<T> {

	}

	/**
	 * Records that cannot be used.
	 *
	 * @param line see {@link Item#line}
	 * @param records see {@link Item#records}
	 * @param key see {@link Item#key}
	 * @param id the id of the order that is rejected, where it could be read, else empty;
	 * differs from the key for Shopify only
	 * @param rejects one per record, in the file's order
	 */
	record Rejected<T>(long line, int records, String key, String id, List<Reject> rejects) implements Item<T> {

		public Rejected {
			rejects = List.copyOf(rejects);
		}

	}

}
