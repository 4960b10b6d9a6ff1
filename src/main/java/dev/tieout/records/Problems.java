package dev.tieout.records;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;

import dev.tieout.identity.HiddenAddresses;

/**
 * The problems of one record, in the order in which they were found. The first gives the
 * reason, the first twenty the detail.
 */
public final class Problems {

	/**
	 * How many characters an id, an address or a code may have. They are indexed, and
	 * PostgreSQL refuses to index longer ones.
	 */
	public static final int TEXT_LIMIT = 500;

	/**
	 * How many problems are told: an order of a thousand lines can have as many, and a
	 * person needs to see only what kind they are.
	 */
	private static final int MOST_TOLD = 20;

	private static final int QUOTED = 100;

	private final List<String> details = new ArrayList<>(0);

	private @Nullable RejectReason reason;

	private int untold;

	/**
	 * Adds a problem.
	 * @param reason why the record cannot be used
	 * @param detail a sentence
	 */
	public void add(RejectReason reason, String detail) {
		if (this.reason == null) {
			this.reason = reason;
		}
		if (this.details.size() < MOST_TOLD) {
			this.details.add(detail);
		}
		else {
			this.untold++;
		}
	}

	/**
	 * Adds the problem of a cell whose value is none of those expected.
	 * @param reason why the record cannot be used
	 * @param column the cell's column
	 * @param value the cell's text
	 * @param expected what would have been right
	 */
	public void add(RejectReason reason, Column column, String value, String expected) {
		add(reason, column.name() + " " + quoted(value) + " " + expected);
	}

	/**
	 * Adds the problem of a blank cell.
	 * @param column the cell's column
	 */
	public void addMissing(Column column) {
		add(RejectReason.MISSING_FIELD, column.name() + " is blank, but must be given");
	}

	/**
	 * Adds the problem of an unreadable timestamp.
	 * @param column the cell's column
	 * @param value the cell's text
	 * @param example a timestamp or pattern of the form expected
	 */
	public void addTimestamp(Column column, String value, String example) {
		add(RejectReason.BAD_TIMESTAMP, column, value,
				"is no timestamp of the form " + example + " or names a date that does not exist");
	}

	/**
	 * Adds the problem of a text that is too long to be looked up, if it is.
	 * @param column the cell's column
	 * @param value the cell's text
	 */
	public void checkLength(Column column, String value) {
		if (value.length() > TEXT_LIMIT) {
			add(RejectReason.MALFORMED_RECORD,
					column.name() + " has " + value.length() + " characters, but may have at most " + TEXT_LIMIT);
		}
	}

	/**
	 * Returns whether nothing was found.
	 * @return whether the record can be used
	 */
	public boolean isEmpty() {
		return this.reason == null;
	}

	/**
	 * Returns the first problem's reason.
	 * @return the reason that counts
	 * @throws IllegalStateException when there is none
	 */
	public RejectReason reason() {
		if (this.reason == null) {
			throw new IllegalStateException("nothing is wrong with this record");
		}
		return this.reason;
	}

	/**
	 * Returns the record as one that cannot be used.
	 * @param record the record that has these problems
	 * @return the reject
	 */
	public Reject reject(FileRecord record) {
		String more = (this.untold > 0) ? "; and " + this.untold + " more" : "";
		return record.reject(reason(), String.join("; ", this.details) + more);
	}

	/**
	 * Returns a value as messages quote it. A row whose cells have shifted has a
	 * customer's address where anything else is expected.
	 * @param value any text
	 * @return the value in quotes, cut where it is long, an address hidden
	 */
	public static String quoted(String value) {
		String shown = HiddenAddresses.in(value);
		return "'" + ((shown.length() > QUOTED) ? shown.substring(0, QUOTED) + "…" : shown) + "'";
	}

}
