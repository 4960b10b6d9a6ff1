package dev.tieout.audit;

import java.time.Instant;

/**
 * An order that a reference may mean.
 *
 * @param number the order's number in the database
 * @param store the store's code
 * @param orderId the order's id within the store
 * @param orderNumber what the shop calls it, may be empty
 * @param placedAt when it was placed
 */
public record OrderMatch(long number, String store, String orderId, String orderNumber, Instant placedAt) {

	/**
	 * Returns the reference that means this order only.
	 * @return store code, slash, order id
	 */
	public String reference() {
		return this.store + "/" + this.orderId;
	}

}
