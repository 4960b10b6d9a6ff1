package dev.tieout.attribution;

/** Whether an order's address tells who bought (rules.md 4.3, first row). */
public enum Buyer {

	/** A customer with a timeline. */
	KNOWN,

	/** No address: on no timeline. */
	MISSING,

	/** Not an address: on no timeline. */
	INVALID,

	/** One of the program's {@code ignore-addresses}: its orders are on no timeline. */
	SHARED

}
