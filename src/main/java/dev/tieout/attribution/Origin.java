package dev.tieout.attribution;

/** What a connection came from. */
public enum Origin {

	/** A line of a connection import. */
	IMPORT,

	/** An operator's command. */
	OPERATOR,

	/** An order with a coupon or a referral code (rules.md 4.6). */
	AUTOMATIC

}
