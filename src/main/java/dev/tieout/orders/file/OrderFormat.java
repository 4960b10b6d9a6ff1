package dev.tieout.orders.file;

/** The layouts of order files (files.md, Orders). */
public enum OrderFormat {

	NATIVE, SHOPIFY, WOOCOMMERCE, MAPPED;

	/**
	 * Returns whether orders come with their lines, which take several records or much of
	 * one.
	 * @return whether a shop exports them
	 */
	public boolean hasLines() {
		return this == SHOPIFY || this == WOOCOMMERCE;
	}

}
