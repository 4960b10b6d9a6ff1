package dev.tieout.orders.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Takes apart WooCommerce's cells with several values: entries by {@code ;}, fields by
 * {@code |}, a field's name and value by its first colon. Names of products hold such
 * characters, too, mostly without a backslash in front: a piece that neither starts like
 * the first entry nor repeats a field goes on with the entry before it.
 */
final class Entries {

	/** Of a field's value: more than a name may have is never looked at. */
	private static final int LONGEST = 2_000;

	private Entries() {
	}

	/**
	 * Returns the entries of a cell.
	 * @param cell for example {@code code:ann10|amount:2.00;code:bob|amount:1.00}
	 * @return fields by their lower-case name
	 */
	static List<Map<String, String>> of(String cell) {
		List<Map<String, String>> entries = new ArrayList<>();
		String firstName = "";
		String lastName = "";
		for (String piece : split(cell, ';')) {
			if (piece.isBlank()) {
				continue;
			}
			Map<String, String> fields = fields(piece);
			String name = firstName(piece);
			boolean begins = entries.isEmpty() || name.equals(firstName);
			Map<String, String> entry = begins ? fields : entries.get(entries.size() - 1);
			if (!begins && fields.keySet().stream().anyMatch(entry::containsKey)) {
				begins = true;
				entry = fields;
			}
			if (begins) {
				entries.add(entry);
				firstName = entries.size() == 1 ? name : firstName;
			}
			else {
				String continued = split(piece, '|').get(0);
				entry.merge(lastName, continued, (value, rest) -> longer(value, ';', unescaped(rest)));
				fields.remove(name);
				entry.putAll(fields);
			}
			lastName = fields.isEmpty() ? lastName : lastKey(fields);
		}
		return entries;
	}

	private static Map<String, String> fields(String piece) {
		Map<String, String> fields = new LinkedHashMap<>();
		String last = "";
		for (String part : split(piece, '|')) {
			int colon = part.indexOf(':');
			if (colon < 0) {
				fields.merge(last, unescaped(part), (value, rest) -> longer(value, '|', rest));
			}
			else {
				last = name(part.substring(0, colon));
				fields.putIfAbsent(last, unescaped(part.substring(colon + 1)).trim());
			}
		}
		return fields;
	}

	private static String firstName(String piece) {
		String first = split(piece, '|').get(0);
		int colon = first.indexOf(':');
		return (colon < 0) ? "" : name(first.substring(0, colon));
	}

	private static String name(String text) {
		return text.trim().toLowerCase(Locale.ROOT);
	}

	/** Bounded, because a cell of nothing but separators would take its square. */
	private static String longer(String value, char separator, String rest) {
		return (value.length() > LONGEST) ? value : value + separator + rest;
	}

	private static String lastKey(Map<String, String> entry) {
		String last = "";
		for (String key : entry.keySet()) {
			last = key;
		}
		return last;
	}

	/** Splits a text at a character that has no backslash in front of it. */
	private static List<String> split(String text, char separator) {
		List<String> parts = new ArrayList<>();
		int from = 0;
		for (int i = 0; i < text.length(); i++) {
			if (text.charAt(i) == separator && (i == 0 || text.charAt(i - 1) != '\\')) {
				parts.add(text.substring(from, i));
				from = i + 1;
			}
		}
		parts.add(text.substring(from));
		return parts;
	}

	private static String unescaped(String text) {
		return text.replace("\\;", ";").replace("\\|", "|");
	}

}
