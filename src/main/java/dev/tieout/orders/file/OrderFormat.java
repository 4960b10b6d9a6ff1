package dev.tieout.orders.file;

/** The layouts of order files (files.md, Orders). */
public enum OrderFormat {

	NATIVE, SHOPIFY, WOOCOMMERCE, MAPPED

}
