package dev.tieout.recount;

import java.util.Locale;

/** What is computed again. Each is a statement of its own, in a resource of its name. */
public enum Check {

	/** rules.md 6. */
	NETS("order, affiliate, currency", "entries add up to what the decision credits"),

	/** rules.md 6, at each posting so far. */
	HISTORY("order, affiliate, currency, run", "so they did after every run that posted"),

	/** rules.md 6. */
	ENTRIES("entry", "type and corrected entry follow from the entries before"),

	/** rules.md 5 and 9. */
	DECISIONS("order", "one standing decision, about the newest revision"),

	/** rules.md 3. */
	VERSIONS("decision", "judged under the version in force at the order's time"),

	/** rules.md 4.3. */
	STATUSES("decision", "what the revision says of payment decided first"),

	/** rules.md 7. */
	AMOUNTS("credited order", "base from the totals; commission where one rate is for all"),

	/** rules.md 4.4. */
	REFERRERS("credited order", "affiliate active, holds the code or the connection"),

	/** rules.md 4.2. */
	LIMITS("order by connection", "its number, the limit, and the day of expiry"),

	/** rules.md 4.2. */
	CONNECTIONS("connection", "orders counted; over before the customer's next"),

	/** rules.md 6. */
	HOLDS("entry", "payable on the order's date plus hold-days"),

	/** rules.md 6. */
	PERIODS("entry", "the order's month, or the first open one after it"),

	/** rules.md 9. */
	EVIDENCE("entry", "rests on a revision on a line of a file that counts"),

	/** rules.md 9, equation 1. */
	FILES("file", "records read = in the tables + unchanged + rejected"),

	/** rules.md 9, equation 3. */
	RUNS("run, affiliate, currency", "entries posted = what the control totals proved");

	private final String unit;

	private final String holds;

	Check(String unit, String holds) {
		this.unit = unit;
		this.holds = holds;
	}

	/**
	 * Returns its name on the command line and in reports.
	 * @return a word in lower case
	 */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

	/**
	 * Returns what is counted.
	 * @return one of it
	 */
	public String unit() {
		return this.unit;
	}

	/**
	 * Returns what must hold for each.
	 * @return in a few words
	 */
	public String holds() {
		return this.holds;
	}

}
