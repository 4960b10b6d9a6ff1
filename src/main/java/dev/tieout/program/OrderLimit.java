package dev.tieout.program;

import java.util.OptionalInt;

/**
 * How many credited orders a connection is valid for.
 *
 * @param orders at least 1, or empty for {@code unlimited}
 */
public record OrderLimit(OptionalInt orders) {

	public static final OrderLimit UNLIMITED = new OrderLimit(OptionalInt.empty());

	public static OrderLimit of(int orders) {
		return new OrderLimit(OptionalInt.of(orders));
	}

	@Override
	public String toString() {
		return this.orders.isPresent() ? Integer.toString(this.orders.getAsInt()) : "unlimited";
	}

}
