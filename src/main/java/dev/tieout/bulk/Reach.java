package dev.tieout.bulk;

/**
 * How many of all customers a run is about, which decides how they are best read. Told to
 * the database rather than left to it: its statistics know little of rows just written.
 */
public enum Reach {

	/** All of them, so that nothing need be looked up. */
	EVERYONE,

	/** So many that whole tables are read, and those not asked for are left out. */
	MANY,

	/**
	 * So many that what is asked about all of them at once is faster with whole tables,
	 * and so few that a customer's own rows are found faster by index, in order.
	 */
	SOME,

	/** So few that each is looked up by index. */
	FEW

}
