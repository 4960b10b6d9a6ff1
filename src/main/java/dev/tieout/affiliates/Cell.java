package dev.tieout.affiliates;

import java.util.Optional;

/**
 * What a row says of one attribute: nothing, because the file lacks the column; blank; or
 * a value (rules.md 3: the three mean different things).
 *
 * @param <T> the attribute's type
 */
public sealed interface Cell<T> {

	/**
	 * Returns the value.
	 * @return empty where the column is absent or the cell blank
	 */
	default Optional<T> value() {
		return (this instanceof Value<T> given) ? Optional.of(given.content()) : Optional.empty();
	}

	/** The file lacks the column. */
	record Absent<T>() implements Cell<T> {

	}

	/** The cell is blank. */
	record Blank<T>() implements Cell<T> {

	}

	/**
	 * The cell holds something.
	 *
	 * @param content what it holds
	 */
	record Value<T>(T content) implements Cell<T> {

	}

}
