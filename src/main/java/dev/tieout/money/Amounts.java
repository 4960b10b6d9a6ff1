package dev.tieout.money;

/**
 * Reads amounts as files write them: dot decimal, no thousands separator, no sign;
 * trailing zeros do not count (files.md, Numbers). Errors are answers, not exceptions: a
 * bad amount rejects a record and the file goes on.
 */
public final class Amounts {

	/** What {@link #parse} answers for a cell that is not an amount. */
	public static final long BAD = Long.MIN_VALUE;

	private Amounts() {
	}

	/**
	 * Returns an amount in minor units.
	 * @param text digits with at most one dot, trimmed, not blank
	 * @param digits how many decimals the currency has
	 * @return 0 to {@link Money#LIMIT} in minor units, or {@link #BAD}
	 */
	public static long parse(String text, int digits) {
		return parse(text, digits, false);
	}

	/**
	 * Returns an amount that may be below zero, as fees of WooCommerce may be.
	 * @param text digits with at most one dot and an optional leading minus, trimmed, not
	 * blank
	 * @param digits how many decimals the currency has
	 * @return the amount in minor units, or {@link #BAD}
	 */
	public static long parseSigned(String text, int digits) {
		return parse(text, digits, true);
	}

	private static long parse(String text, int digits, boolean signed) {
		int length = text.length();
		int at = 0;
		boolean negative = signed && length > 0 && text.charAt(0) == '-';
		if (negative) {
			at = 1;
		}
		long value = 0;
		int decimals = -1;
		boolean any = false;
		for (; at < length; at++) {
			char c = text.charAt(at);
			if (c == '.' && decimals < 0) {
				decimals = 0;
				continue;
			}
			if (c < '0' || c > '9') {
				return BAD;
			}
			any = true;
			if (decimals >= digits) {
				if (c != '0') {
					return BAD;
				}
				continue;
			}
			value = value * 10 + (c - '0');
			if (value > Money.LIMIT) {
				return BAD;
			}
			if (decimals >= 0) {
				decimals++;
			}
		}
		if (!any) {
			return BAD;
		}
		for (int missing = digits - Math.max(decimals, 0); missing > 0; missing--) {
			value *= 10;
			if (value > Money.LIMIT) {
				return BAD;
			}
		}
		return negative ? -value : value;
	}

}
