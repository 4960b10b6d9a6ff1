package dev.tieout.audit;

import java.util.regex.Pattern;

/**
 * Text from files as it may be shown: without characters that move a terminal's cursor or
 * turn the direction of the text around them.
 */
public final class PrintableText {

	private static final Pattern LONE_RETURN = Pattern.compile("\r(?!\n)");

	private PrintableText() {
	}

	/**
	 * Returns text on one line. Line breaks and tabs become blanks; other control
	 * characters, direction overrides and lone surrogates are dropped.
	 * @param text as a file had it
	 * @return the same instance where nothing had to change
	 */
	public static String of(String text) {
		for (int i = 0; i < text.length(); i++) {
			char c = text.charAt(i);
			if (c < ' ' || c >= 0x7f) {
				return cleaned(text);
			}
		}
		return text;
	}

	/**
	 * Returns text for a file that may be looked at in a terminal: line breaks and tabs
	 * stay, and what would move its cursor or turn its text is shown as U+FFFD.
	 * @param text as a file had it
	 * @return the same instance where nothing had to change
	 */
	public static String harmless(String text) {
		if (text.indexOf('\r') < 0 && text.codePoints().noneMatch(PrintableText::isHarmful)) {
			return text;
		}
		StringBuilder kept = new StringBuilder(text.length());
		// A line feed behind it goes on where a carriage return alone would write over.
		LONE_RETURN.matcher(text)
			.replaceAll("\ufffd")
			.codePoints()
			.forEach((c) -> kept.appendCodePoint(isHarmful(c) ? 0xfffd : c));
		return kept.toString();
	}

	/**
	 * Returns whether a spreadsheet may take text for a formula. Full-width signs are
	 * such to some.
	 * @param text what is to be a cell
	 * @return whether an apostrophe must be put in front
	 */
	public static boolean looksLikeFormula(String text) {
		if (text.isEmpty()) {
			return false;
		}
		return switch (text.charAt(0)) {
			case '=', '+', '-', '@', '\t', '\r', '\n', '\uff1d', '\uff0b', '\uff0d', '\uff20' -> true;
			default -> false;
		};
	}

	/**
	 * Returns text on one line, of at most so many characters.
	 * @param text as a file had it
	 * @param length the most characters that are wanted
	 * @return the text, with an ellipsis where it was cut
	 */
	public static String shortened(String text, int length) {
		String printable = of((text.length() > 4 * length) ? text.substring(0, 4 * length) : text);
		int characters = printable.codePointCount(0, printable.length());
		if (characters <= length) {
			return printable;
		}
		return printable.substring(0, printable.offsetByCodePoints(0, length - 1)) + "…";
	}

	private static String cleaned(String text) {
		StringBuilder kept = new StringBuilder(text.length());
		text.codePoints().forEach((c) -> {
			if (c == '\n' || c == '\r' || c == '\t' || c == 0x2028 || c == 0x2029) {
				kept.append(' ');
			}
			else if (!isUnwanted(c)) {
				kept.appendCodePoint(c);
			}
		});
		return kept.toString();
	}

	private static boolean isHarmful(int c) {
		return c != '\n' && c != '\r' && c != '\t' && c != 0xfeff && isUnwanted(c);
	}

	private static boolean isUnwanted(int c) {
		int type = Character.getType(c);
		return type == Character.CONTROL || type == Character.SURROGATE || c == 0x061c || c == 0x200e || c == 0x200f
				|| (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x206f) || c == 0xfeff;
	}

}
