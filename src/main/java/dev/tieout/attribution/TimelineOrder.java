package dev.tieout.attribution;

import java.util.Comparator;

/**
 * The order in which a timeline's events are replayed (rules.md 4): by instant; at the
 * same instant disconnects, then connects, then orders; requests by import sequence and
 * line, orders by store code and order id, both in code-point order.
 */
final class TimelineOrder {

	static final Comparator<Order> ORDERS = Comparator.comparing(Order::placedAt)
		.thenComparing(Order::store, TimelineOrder::byCodePoints)
		.thenComparing(Order::id, TimelineOrder::byCodePoints);

	private TimelineOrder() {
	}

	/** Java compares UTF-16 units, which puts U+1F600 before U+FF01. */
	static int byCodePoints(String left, String right) {
		int length = Math.min(left.length(), right.length());
		for (int i = 0; i < length; i++) {
			char a = left.charAt(i);
			char b = right.charAt(i);
			if (a != b) {
				boolean surrogates = Character.isSurrogate(a) != Character.isSurrogate(b);
				return surrogates ? (Character.isSurrogate(a) ? 1 : -1) : Character.compare(a, b);
			}
		}
		return Integer.compare(left.length(), right.length());
	}

}
