package dev.tieout.audit.file;

import java.time.Instant;
import java.time.LocalDate;
import java.util.OptionalInt;
import java.util.OptionalLong;

import dev.tieout.audit.Total;

/**
 * Takes the cells of one row after the other. What a row holds is decided once; where it
 * goes, into CSV or onto a sheet, is another matter.
 */
public interface RowOutput {

	/**
	 * Adds a text cell.
	 * @param value any text; empty for a blank cell
	 * @return this
	 */
	RowOutput text(String value);

	/**
	 * Adds a blank cell.
	 * @return this
	 */
	RowOutput blank();

	/**
	 * Adds a whole number.
	 * @param value the number
	 * @return this
	 */
	RowOutput number(long value);

	/**
	 * Adds a whole number, or a blank cell.
	 * @param value the number, where there is one
	 * @return this
	 */
	default RowOutput number(OptionalLong value) {
		return value.isPresent() ? number(value.getAsLong()) : blank();
	}

	/**
	 * Adds a whole number, or a blank cell.
	 * @param value the number, where there is one
	 * @return this
	 */
	default RowOutput number(OptionalInt value) {
		return value.isPresent() ? number(value.getAsInt()) : blank();
	}

	/**
	 * Adds an amount.
	 * @param minor the amount in minor units
	 * @param digits how many decimals the currency has
	 * @return this
	 */
	RowOutput money(long minor, int digits);

	/**
	 * Adds a sum.
	 * @param total the sum
	 * @return this
	 */
	RowOutput money(Total total);

	/**
	 * Adds a timestamp.
	 * @param instant the instant
	 * @return this
	 */
	RowOutput instant(Instant instant);

	/**
	 * Adds a date.
	 * @param date the date
	 * @return this
	 */
	RowOutput date(LocalDate date);

	/** Ends a row. */
	void endRow();

}
