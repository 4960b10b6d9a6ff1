package dev.tieout.orders;

import java.math.BigDecimal;

/**
 * A line of an order; tips are none. Its amounts only weigh it against the order's other
 * lines, so they may be finer than the currency.
 *
 * @param sku empty where the line has none; compared case-sensitively
 * @param name for people
 * @param quantity how many
 * @param price what one costs; 0 where the layout tells only the line's total
 * @param discount what was taken off the line
 * @param net quantity × price − discount, at least 0, or what the layout says it is
 */
public record OrderLine(String sku, String name, BigDecimal quantity, BigDecimal price, BigDecimal discount,
		BigDecimal net) {

	/**
	 * Returns a line whose net amount follows from its price.
	 * @param sku see {@link OrderLine}
	 * @param name see {@link OrderLine}
	 * @param quantity see {@link OrderLine}
	 * @param price see {@link OrderLine}
	 * @param discount see {@link OrderLine}
	 * @return the line
	 */
	public static OrderLine of(String sku, String name, BigDecimal quantity, BigDecimal price, BigDecimal discount) {
		BigDecimal net = quantity.multiply(price).subtract(discount).max(BigDecimal.ZERO);
		return new OrderLine(sku, name, quantity, price, discount, net);
	}

}
