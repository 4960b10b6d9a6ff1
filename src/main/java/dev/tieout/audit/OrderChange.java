package dev.tieout.audit;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * An order whose answer changes.
 *
 * @param store the store's code
 * @param orderId the order's id in the store
 * @param placedOn the day it was placed on, in the program's zone
 * @param before what stood before, empty for an order judged for the first time
 * @param after what it comes to
 * @param why what made the difference, as far as it follows from what is stored
 */
public record OrderChange(String store, String orderId, LocalDate placedOn, Optional<OrderAnswer> before,
		OrderAnswer after, List<String> why) {

	public OrderChange {
		why = List.copyOf(why);
	}

}
