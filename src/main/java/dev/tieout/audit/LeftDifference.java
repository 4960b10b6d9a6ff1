package dev.tieout.audit;

import java.time.LocalDate;

import dev.tieout.attribution.Reason;

/**
 * A difference of an order outside the range: it is not posted and stays due.
 *
 * @param store the store's code
 * @param orderId the order's id in the store
 * @param placedOn the day it was placed on, in the program's zone
 * @param affiliate whom it concerns
 * @param amount what would be posted
 * @param reason what the order's decision comes to
 */
public record LeftDifference(String store, String orderId, LocalDate placedOn, String affiliate, Total amount,
		Reason reason) {

}
