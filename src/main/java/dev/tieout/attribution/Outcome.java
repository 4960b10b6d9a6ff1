package dev.tieout.attribution;

/** What became of a request to connect or disconnect (rules.md 4.1). */
public enum Outcome {

	INVALID_EMAIL("an address is not an e-mail address"),

	REPEATED("the same request is held already"),

	UNKNOWN_AFFILIATE("waits until the affiliate is imported"),

	SELF_CONNECTION("customer and affiliate are the same"),

	DUPLICATE("the customer is connected to this affiliate already"),

	CONFLICT_EXISTING("the customer is connected to another affiliate, who keeps the connection"),

	ALREADY_ENDED("the pair was connected before, and a request without a date does not revive it"),

	REPLACED_EXISTING("connected; another affiliate's connection ended"),

	RECONNECTED("connected again"),

	CONNECTED("connected"),

	DISCONNECTED("disconnected"),

	NOTHING_TO_DISCONNECT("the customer is not connected to this affiliate");

	private final String meaning;

	Outcome(String meaning) {
		this.meaning = meaning;
	}

	/**
	 * Returns what this outcome says, in words for a person.
	 * @return part of a sentence, without capital and full stop
	 */
	public String meaning() {
		return this.meaning;
	}

}
