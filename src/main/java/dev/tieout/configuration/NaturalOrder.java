package dev.tieout.configuration;

import java.nio.file.Path;
import java.util.Comparator;

/**
 * The order in which people count: {@code orders-9} before {@code orders-10}. Digits are
 * compared as numbers, all else by code point.
 */
public final class NaturalOrder {

	/** Names; those that differ in leading zeros only, by code point. */
	public static final Comparator<String> OF_NAMES = NaturalOrder::compareNames;

	/** Files by their base names, then by their whole paths. */
	public static final Comparator<Path> OF_FILES = Comparator.comparing(NaturalOrder::baseName, OF_NAMES)
		.thenComparing(Path::toString, OF_NAMES);

	private NaturalOrder() {
	}

	private static String baseName(Path file) {
		Path name = file.getFileName();
		return (name != null) ? name.toString() : "";
	}

	private static int compareNames(String one, String other) {
		int i = 0;
		int j = 0;
		while (i < one.length() && j < other.length()) {
			if (isDigit(one.charAt(i)) && isDigit(other.charAt(j))) {
				int endOfOne = endOfDigits(one, i);
				int endOfOther = endOfDigits(other, j);
				int compared = compareNumbers(one.substring(i, endOfOne), other.substring(j, endOfOther));
				if (compared != 0) {
					return compared;
				}
				i = endOfOne;
				j = endOfOther;
			}
			else {
				int c = one.codePointAt(i);
				int d = other.codePointAt(j);
				if (c != d) {
					return Integer.compare(c, d);
				}
				i += Character.charCount(c);
				j += Character.charCount(d);
			}
		}
		int rest = Integer.compare(one.length() - i, other.length() - j);
		return (rest != 0) ? rest : one.compareTo(other);
	}

	private static int compareNumbers(String one, String other) {
		String plainOne = one.replaceFirst("^0+", "");
		String plainOther = other.replaceFirst("^0+", "");
		int longer = Integer.compare(plainOne.length(), plainOther.length());
		return (longer != 0) ? longer : plainOne.compareTo(plainOther);
	}

	private static int endOfDigits(String text, int from) {
		int end = from;
		while (end < text.length() && isDigit(text.charAt(end))) {
			end++;
		}
		return end;
	}

	private static boolean isDigit(char c) {
		return c >= '0' && c <= '9';
	}

}
