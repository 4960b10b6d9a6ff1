package dev.tieout.configuration;

/** The column of a Shopify export that identifies an order. */
public enum OrderIdColumn {

	ID, NAME

}
