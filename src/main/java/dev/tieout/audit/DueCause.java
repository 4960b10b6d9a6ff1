package dev.tieout.audit;

/**
 * Why a customer's answer may have changed (rules.md 8); the database keeps their
 * position here.
 */
public enum DueCause {

	ORDER("an order of the customer is new or has changed"),

	REQUEST("a request to connect or disconnect the customer is new"),

	AFFILIATE("an affiliate's row changed what held at one of the customer's events"),

	EXISTING_CUSTOMER("the customer was listed as an existing one"),

	EDITION("the program has changed"),

	CALCULATION("Tieout's calculation has changed"),

	LEFT_BY_RERUN("a rerun has left a difference outside its range");

	private final String meaning;

	DueCause(String meaning) {
		this.meaning = meaning;
	}

	/**
	 * Returns the cause in words for a person.
	 * @return part of a sentence
	 */
	public String meaning() {
		return this.meaning;
	}

}
