package dev.tieout.job;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * What belongs to a customer's orders, found by the order's number. A sorted list and not
 * a map, because one customer may have hundreds of thousands of orders.
 *
 * @param <T> what belongs to an order
 */
final class ByOrder<T> {

	private final List<T> sorted;

	private final ToLongFunction<T> order;

	/**
	 * Takes all that there is.
	 * @param all in any order; what belongs to the same order stays as it stands
	 * @param order the number of the order that something belongs to
	 */
	ByOrder(List<T> all, ToLongFunction<T> order) {
		this.sorted = new ArrayList<>(all);
		this.sorted.sort(Comparator.comparingLong(order));
		this.order = order;
	}

	/** All that belongs to an order. */
	List<T> all(long number) {
		int first = firstAtOrBehind(number);
		int behind = first;
		while (behind < this.sorted.size() && this.order.applyAsLong(this.sorted.get(behind)) == number) {
			behind++;
		}
		return this.sorted.subList(first, behind);
	}

	/** What belongs to an order, where it is one at most. */
	Optional<T> one(long number) {
		int first = firstAtOrBehind(number);
		return (first < this.sorted.size() && this.order.applyAsLong(this.sorted.get(first)) == number)
				? Optional.of(this.sorted.get(first)) : Optional.empty();
	}

	private int firstAtOrBehind(long number) {
		int low = 0;
		int high = this.sorted.size();
		while (low < high) {
			int middle = (low + high) >>> 1;
			if (this.order.applyAsLong(this.sorted.get(middle)) < number) {
				low = middle + 1;
			}
			else {
				high = middle;
			}
		}
		return low;
	}

}
