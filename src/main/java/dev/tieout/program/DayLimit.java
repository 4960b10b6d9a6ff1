package dev.tieout.program;

import java.util.OptionalInt;

/**
 * How many days a connection is valid.
 *
 * @param days at least 1, or empty for {@code lifetime}
 */
public record DayLimit(OptionalInt days) {

	public static final DayLimit LIFETIME = new DayLimit(OptionalInt.empty());

	public static DayLimit of(int days) {
		return new DayLimit(OptionalInt.of(days));
	}

	@Override
	public String toString() {
		return this.days.isPresent() ? Integer.toString(this.days.getAsInt()) : "lifetime";
	}

}
