package dev.tieout.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * A seal as the database holds it, to be believed only as far as it can be computed
 * again.
 *
 * @param number its number
 * @param run the run it is of
 * @param hash what is said to be the hash of its text
 * @param text what was hashed
 */
public record StoredSeal(int number, int run, String hash, String text) {

	/**
	 * Returns a line's value.
	 * @param name the line's
	 * @return the value, empty where there is no such line
	 */
	public String value(String name) {
		return lines(this.text).getOrDefault(name, "");
	}

	/**
	 * Returns a line's value as a number.
	 * @param name the line's
	 * @return the number, 0 where there is none
	 */
	public long number(String name) {
		String value = value(name);
		return value.matches("\\d{1,18}") ? Long.parseLong(value) : 0;
	}

	/**
	 * Returns this as it is known outside the database.
	 * @param postedAt when its run posted
	 * @return the line's content
	 */
	public KnownSeal known(java.time.Instant postedAt) {
		return new KnownSeal(this.number, this.run, postedAt, number("entries"), this.hash);
	}

	/**
	 * Compares the text with what it has to be.
	 * @param expected computed again
	 * @return the names of the lines that differ, in their order
	 */
	public List<String> differences(String expected) {
		if (this.text.equals(expected)) {
			return List.of();
		}
		Map<String, String> mine = lines(this.text);
		Map<String, String> other = lines(expected);
		List<String> names = new ArrayList<>(mine.keySet());
		other.keySet().stream().filter((name) -> !mine.containsKey(name)).forEach(names::add);
		names.removeIf((name) -> mine.getOrDefault(name, "").equals(other.getOrDefault(name, "")));
		return names.isEmpty() ? List.of("text") : names;
	}

	/**
	 * Returns the lines of a seal's text.
	 * @param text lines {@code name: value}
	 * @return values by name, in their order
	 */
	public static Map<String, String> lines(String text) {
		Map<String, String> lines = new LinkedHashMap<>();
		text.lines().forEach((line) -> {
			int colon = line.indexOf(": ");
			lines.put((colon < 0) ? line : line.substring(0, colon), (colon < 0) ? "" : line.substring(colon + 2));
		});
		return lines;
	}

}
