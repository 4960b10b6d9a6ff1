package dev.tieout.configuration;

/** The layouts that order files come in (files.md, Orders). */
public enum OrderFormat {

	NATIVE, SHOPIFY, WOOCOMMERCE, MAPPED

}
