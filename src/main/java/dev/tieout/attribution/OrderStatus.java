package dev.tieout.attribution;

import java.util.Locale;

/** The six statuses that an order's revision can have (files.md, native). */
public enum OrderStatus {

	PAID, PARTIALLY_REFUNDED, PENDING, REFUNDED, CANCELLED, FAILED;

	private final String word = name().toLowerCase(Locale.ROOT);

	/**
	 * Returns the word of the native layout.
	 * @return for example {@code partially_refunded}
	 */
	public String word() {
		return this.word;
	}

}
