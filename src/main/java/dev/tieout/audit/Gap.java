package dev.tieout.audit;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Optional;

/**
 * Something that may be lacking in what a store delivered.
 *
 * @param store the store's code
 * @param kind what is lacking
 * @param day which day's orders; empty for a file
 * @param orders how many there are
 * @param usual the median of the same weekday; empty where too few of them have orders
 */
public record Gap(String store, Kind kind, Optional<LocalDate> day, long orders, Optional<BigDecimal> usual) {

	/** What may be lacking. */
	public enum Kind {

		/** The store's input found no file that was not read before. */
		NO_FILE("no new file was found"),

		/** A day without an order. */
		NO_ORDERS("no order was placed"),

		/** A day with less than a fifth of what is usual. */
		FEW_ORDERS("less than a fifth of the usual orders");

		private final String meaning;

		Kind(String meaning) {
			this.meaning = meaning;
		}

		/**
		 * Returns the kind in words.
		 * @return such as: no order was placed
		 */
		public String meaning() {
			return this.meaning;
		}

	}

	/**
	 * Returns what is usual for the weekday.
	 * @return a number, or nothing where it is not known
	 */
	public String usualText() {
		return this.usual.map((median) -> median.stripTrailingZeros().toPlainString()).orElse("");
	}

}
