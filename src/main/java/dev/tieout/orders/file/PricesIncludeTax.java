package dev.tieout.orders.file;

/** What an input says of its prices (files.md, prices-include-tax). */
public enum PricesIncludeTax {

	YES, NO, DETECT;

	/**
	 * Returns what holds for an input that does not say it.
	 * @param format the input's layout
	 * @return detect for Shopify, else no
	 */
	public static PricesIncludeTax defaultOf(OrderFormat format) {
		return (format == OrderFormat.SHOPIFY) ? DETECT : NO;
	}

}
