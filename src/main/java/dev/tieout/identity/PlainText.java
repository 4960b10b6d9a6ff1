package dev.tieout.identity;

import java.text.Normalizer;
import java.util.Locale;

/** Text in the form in which it is compared (rules.md 2). */
public final class PlainText {

	private PlainText() {
	}

	/**
	 * Returns text without invisible characters and outer white space, in NFC.
	 * @param text any text
	 * @return the same instance where nothing had to change
	 */
	public static String of(String text) {
		int length = text.length();
		boolean plain = length == 0 || (text.charAt(0) > ' ' && text.charAt(length - 1) > ' ');
		for (int i = 0; plain && i < length; i++) {
			plain = text.charAt(i) < 0x7f;
		}
		return plain ? text : normalised(text);
	}

	/**
	 * Returns text as codes and addresses are compared: also in lower case, whatever the
	 * machine's language.
	 * @param text any text
	 * @return the text in its lower-case form
	 */
	public static String lowerCase(String text) {
		String plain = of(text);
		for (int i = 0; i < plain.length(); i++) {
			char c = plain.charAt(i);
			if (c >= 0x7f || (c >= 'A' && c <= 'Z')) {
				return plain.toLowerCase(Locale.ROOT);
			}
		}
		return plain;
	}

	private static String normalised(String text) {
		StringBuilder kept = new StringBuilder(text.length());
		text.codePoints().filter((c) -> !isInvisible(c)).forEach(kept::appendCodePoint);
		int from = 0;
		int to = kept.length();
		while (from < to && isWhiteSpace(kept.charAt(from))) {
			from++;
		}
		while (to > from && isWhiteSpace(kept.charAt(to - 1))) {
			to--;
		}
		return Normalizer.normalize(kept.substring(from, to), Normalizer.Form.NFC);
	}

	private static boolean isInvisible(int c) {
		return c == 0xfeff || (c >= 0x200b && c <= 0x200d) || c == 0x2060;
	}

	/**
	 * Returns whether a character has Unicode's property White_Space. Java's own tests
	 * each leave some of them out.
	 * @param c a code point
	 * @return whether it is white
	 */
	public static boolean isWhiteSpace(int c) {
		return Character.isSpaceChar(c) || (c >= 0x09 && c <= 0x0d) || c == 0x85;
	}

}
