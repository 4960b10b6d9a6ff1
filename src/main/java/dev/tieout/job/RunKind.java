package dev.tieout.job;

import java.util.Arrays;

/** What a run is there for (rules.md 8). */
public enum RunKind {

	/** Imports what is new and judges the customers that are due. */
	RUN("run"),

	/** Judges the orders of a range again and posts the differences. */
	RERUN("rerun"),

	/** Judges the orders of a range again to show the differences. */
	PLAN("plan"),

	/** Posts what a plan has shown. */
	APPLY("apply");

	private final String word;

	RunKind(String word) {
		this.word = word;
	}

	/**
	 * Returns the kind as commands and the database write it.
	 * @return a word
	 */
	public String word() {
		return this.word;
	}

	/**
	 * Returns the kind that a word names.
	 * @param word as the database writes it
	 * @return the kind
	 */
	public static RunKind of(String word) {
		return Arrays.stream(values())
			.filter((kind) -> kind.word.equals(word))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("'" + word + "' is no kind of run"));
	}

}
