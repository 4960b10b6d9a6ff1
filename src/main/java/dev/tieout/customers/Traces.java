package dev.tieout.customers;

import dev.tieout.identity.PlainText;

/**
 * What tells that a raw record is about a customer: the address, however it is written
 * and quoted, or the full name. A name of one word may be anybody's.
 *
 * @param address as addresses are compared; may be a text that is none
 * @param name as names are compared, empty where unknown
 */
public record Traces(String address, String name) {

	/** What stands behind a record that was cut. */
	private static final String CUT = "… (cut here";

	private static final int SHORTEST = 3;

	/**
	 * Returns the traces of a customer.
	 * @param address the address in any form
	 * @param name the name in any form, empty where unknown
	 * @return what to look for
	 */
	public static Traces of(String address, String name) {
		String plain = PlainText.lowerCase(name);
		return new Traces(PlainText.lowerCase(address), (plain.indexOf(' ') > 0) ? plain : "");
	}

	/**
	 * Returns whether a record is about the customer.
	 * @param record the raw text
	 * @return also where only the beginning of the address is left of a cut record
	 */
	public boolean areIn(String record) {
		String text = PlainText.lowerCase(record.replace("\"\"", "\""));
		return isIn(this.address, text) || isIn(this.name, text);
	}

	private static boolean isIn(String trace, String text) {
		if (trace.isEmpty()) {
			return false;
		}
		for (int at = text.indexOf(trace); at >= 0; at = text.indexOf(trace, at + 1)) {
			boolean anywhere = trace.indexOf('@') >= 0;
			if (anywhere || (isEdge(text, at - 1) && isEdge(text, at + trace.length()))) {
				return true;
			}
		}
		return isCutOff(trace, text);
	}

	private static boolean isEdge(String text, int at) {
		return at < 0 || at >= text.length() || !Character.isLetterOrDigit(text.charAt(at));
	}

	private static boolean isCutOff(String trace, String text) {
		int end = text.lastIndexOf(CUT);
		for (int length = SHORTEST; end >= 0 && length < trace.length(); length++) {
			if (text.startsWith(trace.substring(0, length), end - length)) {
				return true;
			}
		}
		return false;
	}

}
