package dev.tieout.audit;

/** The kinds of ledger entries (rules.md 6); the database keeps their position here. */
public enum EntryType {

	ACCRUAL("first entry of an order and affiliate"),

	ADJUSTMENT("any other change that leaves something"),

	REVERSAL("down to zero");

	private final String meaning;

	EntryType(String meaning) {
		this.meaning = meaning;
	}

	/**
	 * Returns what an entry of this type is, in words for a person.
	 * @return part of a sentence
	 */
	public String meaning() {
		return this.meaning;
	}

}
