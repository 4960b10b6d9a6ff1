package dev.tieout.program;

/**
 * What a request does that meets a live connection to another affiliate (rules.md 4.1).
 */
public enum OnConflict {

	KEEP, REPLACE

}
