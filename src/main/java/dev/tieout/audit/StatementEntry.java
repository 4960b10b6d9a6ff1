package dev.tieout.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;

import dev.tieout.attribution.Reason;

/**
 * An entry as a statement has it: with its order, without the order's customer.
 *
 * @param number the entry's
 * @param type of the entry
 * @param reason the decision's
 * @param store the store's code
 * @param orderId the order's id
 * @param orderNumber the number the shop shows, may be empty
 * @param orderedOn the order's date
 * @param period the posting period
 * @param postedAt when it was posted
 * @param payableOn when its hold is over
 * @param amount what it adds
 * @param refund what the revision it rests on says of refunds; empty where nothing was
 * refunded
 */
public record StatementEntry(long number, EntryType type, Reason reason, String store, String orderId,
		String orderNumber, LocalDate orderedOn, YearMonth period, Instant postedAt, LocalDate payableOn, Total amount,
		Optional<Refund> refund) {

	/**
	 * Returns how a shop calls the order.
	 * @return its number, else its id
	 */
	public String order() {
		return this.orderNumber.isEmpty() ? this.orderId : this.orderNumber;
	}

	/**
	 * What was refunded.
	 *
	 * @param refunded so much
	 * @param total of so much
	 */
	public record Refund(Total refunded, Total total) {
	}

}
