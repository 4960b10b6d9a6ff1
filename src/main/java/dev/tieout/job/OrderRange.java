package dev.tieout.job;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

import dev.tieout.identity.Timestamps;

/**
 * The orders that a rerun is about: those placed from the start of one day to the end of
 * another, in the program's zone (rules.md 8).
 *
 * @param from the first day
 * @param to the last day, included
 * @param wholeCustomers whether differences of the same customers' other orders are
 * posted too
 */
public record OrderRange(LocalDate from, LocalDate to, boolean wholeCustomers) {

	public OrderRange {
		if (from.isAfter(to)) {
			throw new IllegalArgumentException("the range's first day '" + from + "' is after its last, '" + to + "'");
		}
	}

	/**
	 * Returns the first instant in the range.
	 * @param zone the program's
	 * @return an instant, itself in the range
	 */
	public Instant start(ZoneId zone) {
		return Timestamps.startOfDay(this.from, zone);
	}

	/**
	 * Returns the first instant after the range.
	 * @param zone the program's
	 * @return an instant, itself not in the range
	 */
	public Instant end(ZoneId zone) {
		return Timestamps.startOfDay(this.to.plusDays(1), zone);
	}

}
