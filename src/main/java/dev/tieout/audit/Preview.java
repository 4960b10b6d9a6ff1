package dev.tieout.audit;

import java.util.List;

/**
 * What a rerun posts, or a dry run or plan would post, order by order.
 *
 * @param entries those added, adjusted and reversed, by currency and type
 * @param byAffiliate the same for each affiliate, the largest amounts first
 * @param ordersJudged how many orders were judged again
 * @param ordersPosted of how many of them something is posted
 * @param ordersAnsweredOtherwise how many change without an amount
 * @param changes the orders that change, the largest amounts first
 * @param left differences outside the range by currency, which stay due
 * @param leftDifferences the same one by one, the largest amounts first
 * @param customersLeft how many customers stay due for what is left
 */
public record Preview(List<PostedTotal> entries, List<AffiliateTotal> byAffiliate, long ordersJudged, long ordersPosted,
		long ordersAnsweredOtherwise, List<OrderChange> changes, List<LeftTotal> left,
		List<LeftDifference> leftDifferences, long customersLeft) {

	public Preview {
		entries = List.copyOf(entries);
		byAffiliate = List.copyOf(byAffiliate);
		changes = List.copyOf(changes);
		left = List.copyOf(left);
		leftDifferences = List.copyOf(leftDifferences);
	}

	/**
	 * Returns how many of the judged orders stay as they are.
	 * @return orders of which nothing is posted and whose answer is the same
	 */
	public long ordersUnchanged() {
		return this.ordersJudged - this.ordersPosted - this.ordersAnsweredOtherwise;
	}

	/**
	 * Returns how many orders change.
	 * @return those listed in {@link #changes}, and those that were too many to list
	 */
	public long ordersChanged() {
		return this.ordersPosted + this.ordersAnsweredOtherwise;
	}

	/**
	 * Returns how many differences are left.
	 * @return over all currencies
	 */
	public long differencesLeft() {
		return this.left.stream().mapToLong(LeftTotal::differences).sum();
	}

	/**
	 * The differences that are left in one currency.
	 *
	 * @param differences how many
	 * @param amount their net
	 */
	public record LeftTotal(long differences, Total amount) {

	}

}
