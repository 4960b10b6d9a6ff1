package dev.tieout.orders.file;

import java.math.BigDecimal;
import java.util.Optional;

/**
 * Reads the numbers of lines, which only weigh: up to 10 decimals, whatever the currency
 * has (files.md, Numbers).
 */
final class Decimals {

	private static final int DECIMALS = 10;

	private static final int WHOLE_DIGITS = 15;

	private Decimals() {
	}

	/**
	 * Returns the number a text names.
	 * @param text digits with at most one dot, trimmed, not blank
	 * @return the number, or empty where the text is none, has more than 10 decimals or
	 * comes to 10^15 or more
	 */
	static Optional<BigDecimal> parse(String text) {
		int dot = text.indexOf('.');
		int wholeEnd = (dot < 0) ? text.length() : dot;
		int end = (dot < 0) ? text.length() : withoutTrailingZeros(text, dot);
		int from = 0;
		while (from < wholeEnd && text.charAt(from) == '0') {
			from++;
		}
		boolean fits = wholeEnd - from <= WHOLE_DIGITS && end - wholeEnd - 1 <= DECIMALS;
		if (!fits || !areDigits(text, 0, wholeEnd) || !areDigits(text, wholeEnd + 1, text.length())
				|| text.length() == ((dot < 0) ? 0 : 1)) {
			return Optional.empty();
		}
		// Cut before it is parsed: the time for that grows with the square of the length.
		String digits = text.substring(from, end);
		return Optional.of((digits.isEmpty() || digits.equals(".")) ? BigDecimal.ZERO : new BigDecimal(digits));
	}

	/** Returns where a number ends once its trailing zeros and a last dot are cut off. */
	static int withoutTrailingZeros(String text, int dot) {
		int end = text.length();
		while (end > dot && (text.charAt(end - 1) == '0' || end - 1 == dot)) {
			end--;
		}
		return end;
	}

	private static boolean areDigits(String text, int from, int to) {
		for (int i = from; i < to; i++) {
			if (text.charAt(i) < '0' || text.charAt(i) > '9') {
				return false;
			}
		}
		return true;
	}

}
