package dev.tieout.orders.jdbc;

import java.time.Instant;
import java.util.UUID;

import dev.tieout.attribution.OrderStatus;

/**
 * A revision as settling compares it.
 *
 * @param store the number of the order's store
 * @param orderId the order's id in it
 * @param number the revision's number
 * @param order the order's number as the row has it
 * @param customer who the order belongs to by this row
 * @param ownCustomer who this revision itself names; below 0 for nobody
 * @param date the revision's date
 * @param file the file's number
 * @param line the line in it
 * @param records how many records it is made of
 * @param hash of its content
 * @param status its status
 * @param refunded in minor units
 * @param counts whether it counted before
 * @param fresh whether it is of a file that is settled now
 */
record Revision(int store, String orderId, long number, long order, long customer, long ownCustomer, Instant date,
		int file, int line, int records, UUID hash, OrderStatus status, long refunded, boolean counts, boolean fresh) {

	/** Latest date first counts; at the same instant the one that arrived later. */
	boolean countsBefore(Revision other) {
		int byDate = this.date.compareTo(other.date);
		return byDate > 0
				|| (byDate == 0 && (this.file > other.file || (this.file == other.file && this.line > other.line)));
	}

	/** Why a person should look at this revision after another, or nothing. */
	String regression(Revision former) {
		if (this.refunded < former.refunded) {
			return "refunded went down";
		}
		boolean undone = former.status == OrderStatus.REFUNDED || former.status == OrderStatus.CANCELLED;
		return (undone && this.status == OrderStatus.PAID) ? "went from " + former.status.word() + " back to paid" : "";
	}

}
