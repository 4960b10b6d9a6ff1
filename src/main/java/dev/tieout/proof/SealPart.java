package dev.tieout.proof;

import java.util.List;
import java.util.Locale;

/**
 * What a seal covers besides entries. The fields of each line and their order are frozen,
 * as those of an entry are (docs/proof.md).
 */
public enum SealPart {

	/** What the run was registered with. */
	RUN("run", "run", "kind", "job", "job_sha256", "program_sha256", "edition", "business_date", "covers_from",
			"range_from", "range_to", "whole_customers", "restate", "reason", "started_at", "posted_at", "operator",
			"operator_as", "tieout_version"),

	/** What the run proved before it posted. */
	CONTROL_TOTALS("control total", "run", "equation", "subject", "expected", "found", "detail"),

	/** The files whose rows count from this posting on. */
	FILES("file", "file_no", "run", "posted_by", "kind", "store", "sha256", "bytes", "dated", "records", "accepted",
			"unchanged", "rejected", "blank_lines", "last_line"),

	/** Commands that changed something since the seal before. */
	OPERATIONS("operation", "operation_no", "at", "operator", "operator_as", "verb", "detail", "reason", "run"),

	/** Months closed and reopened since the seal before, with the frozen balances. */
	CLOSINGS("closing", "closing_no", "what", "month_or_affiliate_sha256", "at_or_currency", "operation_or_opening",
			"last_entry_or_accrued", "entries_or_adjusted", "follows_or_reversed", "closing", "released");

	private final String noun;

	/** Split when asked for: a field of an enum is to be immutable. */
	private final String fields;

	SealPart(String noun, String... fields) {
		this.noun = noun;
		this.fields = String.join(" ", fields);
	}

	/**
	 * Returns what a line of this part is.
	 * @return a noun
	 */
	public String noun() {
		return this.noun;
	}

	/**
	 * Returns the names of a line's fields, in their order.
	 * @return the first one is the number that the line is known by
	 */
	public List<String> fields() {
		return List.of(this.fields.split(" "));
	}

	/**
	 * Returns the name of this part in a seal and in the database.
	 * @return such as {@code control-totals}
	 */
	public String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
