package dev.tieout.audit;

import java.util.List;

/**
 * What a plan comes to.
 *
 * @param added first entries of an order, affiliate and currency
 * @param adjusted entries that change what was posted and leave something
 * @param reversed entries that bring what was posted down to zero
 * @param ordersJudged orders of the customers that were replayed
 * @param ordersUnchanged those of them whose entries stay as they are
 * @param amounts what would be posted, by affiliate and currency
 * @param outside differences of orders outside the range, which are not posted and stay
 * due
 */
public record PlanTotals(long added, long adjusted, long reversed, long ordersJudged, long ordersUnchanged,
		List<Amount> amounts, List<Amount> outside) {

	public PlanTotals {
		amounts = List.copyOf(amounts);
		outside = List.copyOf(outside);
	}

	/**
	 * A net of entries.
	 *
	 * @param affiliate the affiliate's address
	 * @param entries how many
	 * @param amount their net, in one currency
	 */
	public record Amount(String affiliate, long entries, Total amount) {

	}

}
