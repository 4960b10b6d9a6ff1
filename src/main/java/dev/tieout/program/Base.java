package dev.tieout.program;

/** What a commission is a share of (rules.md 7, 1). */
public enum Base {

	NET, TOTAL

}
