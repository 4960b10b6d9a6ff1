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

	/** So few that each is looked up by index. */
	FEW

}
