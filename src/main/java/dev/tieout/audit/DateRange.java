package dev.tieout.audit;

import java.time.LocalDate;

/**
 * Days in the program's zone.
 *
 * @param from the first day
 * @param to the last day, included
 */
public record DateRange(LocalDate from, LocalDate to) {

	@Override
	public String toString() {
		return this.from.equals(this.to) ? this.from.toString() : this.from + " to " + this.to;
	}

}
