package dev.tieout.orders.file;

/** Which of Shopify's columns identifies an order. */
public enum OrderIdColumn {

	ID, NAME

}
