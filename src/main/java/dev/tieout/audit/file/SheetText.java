package dev.tieout.audit.file;

import java.util.regex.Pattern;

import dev.tieout.audit.PrintableText;

/** Text from files as a cell of a workbook may hold it. */
final class SheetText {

	/** What a cell of a workbook holds at most, in UTF-16 units. */
	static final int LONGEST = 32_767;

	/**
	 * Workbooks write characters in this form, so text that looks like it is taken for
	 * one.
	 */
	private static final Pattern ESCAPE = Pattern.compile("_(?=x[0-9A-Fa-f]{4}_)");

	private SheetText() {
	}

	/**
	 * Returns text on one line that no spreadsheet takes for a formula: as in the CSV
	 * exports, one that looks like it gets an apostrophe in front.
	 * @param text as a file had it
	 */
	static String of(String text) {
		return ESCAPE.matcher(shown(text)).replaceAll("_x005F_");
	}

	/** The text that a person sees in the cell. */
	static String shown(String text) {
		String cut = (text.length() > 2 * LONGEST) ? text.substring(0, 2 * LONGEST) : text;
		String printable = PrintableText.of(PrintableText.looksLikeFormula(cut) ? "'" + cut : cut)
			.replaceAll("[\\uFFFE\\uFFFF]", "");
		String safe = PrintableText.looksLikeFormula(printable) ? "'" + printable : printable;
		if (safe.length() <= LONGEST) {
			return safe;
		}
		int end = LONGEST - 1;
		return safe.substring(0, Character.isHighSurrogate(safe.charAt(end - 1)) ? end - 1 : end) + "…";
	}

}
