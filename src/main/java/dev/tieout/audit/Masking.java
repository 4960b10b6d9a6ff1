package dev.tieout.audit;

/**
 * Whether reports name customers (jobs.md, {@code mask-customers}; files.md, Personal
 * data).
 */
public enum Masking {

	/** Customers are named. */
	NONE,

	/** Addresses and names show their first character only. */
	CUSTOMERS;

	/**
	 * Returns what a job asks for.
	 * @param maskCustomers the job's {@code mask-customers}
	 * @return the masking
	 */
	public static Masking of(boolean maskCustomers) {
		return maskCustomers ? CUSTOMERS : NONE;
	}

	/**
	 * Returns a customer's address.
	 * @param address an address, or the text that stood in its place
	 * @return as it is, or as {@code a***@example.com}
	 */
	public String customer(String address) {
		return (this == NONE) ? address : MaskedText.address(address);
	}

	/**
	 * Returns a sentence that may quote addresses.
	 * @param text for example why a record was rejected
	 * @return as it is, or with each address masked
	 */
	public String sentence(String text) {
		return (this == NONE) ? text : MaskedText.addressesIn(text);
	}

	/**
	 * Returns a sentence whose quoted values are what a customer or a file wrote in place
	 * of an address.
	 * @param text for example why an address was rejected
	 * @return as it is, or with addresses and every quoted value masked
	 */
	public String sentenceWithQuotes(String text) {
		return (this == NONE) ? text : MaskedText.quotesIn(MaskedText.addressesIn(text));
	}

	/**
	 * Returns a record as a file had it. Nobody knows any more which of its cells is a
	 * name, so a mask leaves only what cannot be one: numbers, dates, codes with a digit
	 * and the words that the layouts know.
	 * @param record the raw record
	 * @return as it is, or masked cell by cell
	 */
	public String record(String record) {
		return (this == NONE) ? record : MaskedText.record(record);
	}

}
