package dev.tieout.records;

/** Why a record of a file cannot be used (files.md). */
public enum RejectReason {

	/** A cell that must hold something is blank. */
	MISSING_FIELD,

	/** Not one {@code @} with something on both sides, or white space inside. */
	INVALID_EMAIL,

	/** A status word that the layout does not have. */
	UNKNOWN_STATUS,

	/** An action other than {@code connect} and {@code disconnect}. */
	UNKNOWN_ACTION,

	/** No ISO 4217 currency with minor units. */
	UNKNOWN_CURRENCY,

	/** No timestamp of the expected form, or a date that does not exist. */
	BAD_TIMESTAMP,

	/** Not a number, below zero, too many decimals or too large. */
	BAD_AMOUNT,

	/** An order id that a spreadsheet has shortened to an exponent form. */
	BAD_ORDER_ID,

	/** Cells that cannot be told apart, or text that cannot be kept. */
	MALFORMED_RECORD,

	/** The records of one order contradict each other or do not stand together. */
	SPLIT_ORDER,

	/** Another affiliate holds the code. */
	DUPLICATE_CODE

}
