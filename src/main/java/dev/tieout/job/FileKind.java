package dev.tieout.job;

import java.util.Arrays;

/** The four kinds of input, in the order in which a run reads them. */
public enum FileKind {

	AFFILIATES("affiliates"), EXISTING_CUSTOMERS("existing-customers"), CONNECTIONS("connections"), ORDERS("orders");

	private final String word;

	FileKind(String word) {
		this.word = word;
	}

	public String word() {
		return this.word;
	}

	/**
	 * Returns the kind that a word names.
	 * @param word as job files and the database write it
	 * @return the kind
	 */
	public static FileKind of(String word) {
		return Arrays.stream(values())
			.filter((kind) -> kind.word.equals(word))
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException("'" + word + "' is no kind of file"));
	}

}
