package dev.tieout.attribution;

import java.time.Instant;
import java.util.List;

import dev.tieout.commission.Sale;

/**
 * An order on a timeline, as its newest revision has it.
 *
 * @param number the order's number in the database
 * @param store the store's code
 * @param id the order's id within the store
 * @param placedAt when it was placed
 * @param status the newest revision's status
 * @param sale the amounts
 * @param coupons coupon codes in the order they stand, in lower case
 * @param referralCode in lower case, empty where the order has none
 */
public record Order(long number, String store, String id, Instant placedAt, OrderStatus status, Sale sale,
		List<String> coupons, String referralCode) {

	public Order {
		coupons = List.copyOf(coupons);
	}

}
