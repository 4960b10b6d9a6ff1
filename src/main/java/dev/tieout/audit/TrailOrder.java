package dev.tieout.audit;

import java.time.Instant;

import dev.tieout.attribution.Reason;

/**
 * An order behind a total.
 *
 * @param store the store's code
 * @param orderId the order's id within the store
 * @param orderedAt when it was placed
 * @param customer the customer's address, empty where the order has none
 * @param reason credited, or why not
 * @param affiliate the address of the affiliate of the test that decided, may be empty
 * @param orderTotal what was paid
 * @param commission what it earns
 * @param place the file and line of the revision that was judged
 */
public record TrailOrder(String store, String orderId, Instant orderedAt, String customer, Reason reason,
		String affiliate, Total orderTotal, Total commission, Place place) {

}
