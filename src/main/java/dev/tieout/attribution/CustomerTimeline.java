package dev.tieout.attribution;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Everything that happened to one customer, in any order.
 *
 * @param customer the customer's number; negative for an order without address, which is
 * a timeline of its own
 * @param buyer whether the address tells who bought
 * @param ownAffiliate the affiliate with the customer's address, or 0
 * @param existingSince from when the address is an existing customer's
 * @param orders the newest revision of each order
 * @param requests the requests that are events
 */
public record CustomerTimeline(long customer, Buyer buyer, int ownAffiliate, Optional<Instant> existingSince,
		List<Order> orders, List<Request> requests) {

}
