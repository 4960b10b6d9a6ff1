package dev.tieout.proof;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;

/**
 * How canonical lines differ from those that were sealed. A line that changed is told
 * from one that is missing by its first field.
 *
 * @param number the first field of the line
 * @param wrong what happened to it
 * @param says what stands there now, empty where nothing does
 * @param should what was sealed, empty where nothing was
 */
public record LineDifference(String number, String wrong, String says, String should) {

	/**
	 * Compares lines.
	 * @param fields their fields' names
	 * @param sealed what was sealed
	 * @param now what stands there now
	 * @return the differences, in the order of the sealed lines
	 */
	public static List<LineDifference> of(List<String> fields, String sealed, String now) {
		Set<String> gone = new LinkedHashSet<>(sealed.lines().toList());
		Set<String> come = new LinkedHashSet<>(now.lines().toList());
		gone.removeAll(now.lines().toList());
		come.removeAll(sealed.lines().toList());
		List<LineDifference> differences = new ArrayList<>();
		for (String line : gone) {
			Optional<String> changed = come.stream()
				.filter((other) -> number(other).equals(number(line)))
				.max(Comparator.comparingLong((other) -> equalFields(line, other)));
			changed.ifPresent(come::remove);
			differences.add(changed.map((other) -> changed(fields, line, other))
				.orElseGet(() -> new LineDifference(number(line), "is missing", "", whole(fields, line))));
		}
		come.forEach((line) -> differences
			.add(new LineDifference(number(line), "was added later", whole(fields, line), "")));
		if (differences.isEmpty() && !sealed.equals(now)) {
			differences.add(new LineDifference("", "the same lines stand there in another order or number",
					now.lines().count() + " lines", sealed.lines().count() + " lines"));
		}
		return differences;
	}

	/**
	 * Compares two lines of one number.
	 * @param fields their fields' names
	 * @param sealed what was sealed
	 * @param now what stands there now
	 * @return the difference, naming the fields
	 */
	public static LineDifference changed(List<String> fields, String sealed, String now) {
		String[] before = split(sealed);
		String[] after = split(now);
		StringJoiner says = new StringJoiner(", ");
		StringJoiner should = new StringJoiner(", ");
		for (int i = 0; i < Math.min(before.length, after.length); i++) {
			if (!before[i].equals(after[i])) {
				says.add(fields.get(i) + " " + after[i]);
				should.add(fields.get(i) + " " + before[i]);
			}
		}
		return new LineDifference(number(sealed), "was changed", says.toString(), should.toString());
	}

	private static String whole(List<String> fields, String line) {
		String[] cells = split(line);
		StringJoiner text = new StringJoiner(", ");
		for (int i = 1; i < cells.length; i++) {
			if (!cells[i].equals("\\N")) {
				text.add(fields.get(i) + " " + cells[i]);
			}
		}
		return text.toString();
	}

	private static long equalFields(String line, String other) {
		String[] a = split(line);
		String[] b = split(other);
		long equal = 0;
		for (int i = 0; i < Math.min(a.length, b.length); i++) {
			equal += a[i].equals(b[i]) ? 1 : 0;
		}
		return equal;
	}

	private static String number(String line) {
		return split(line)[0];
	}

	private static String[] split(String line) {
		return line.replace("\n", "").split("\t", -1);
	}

}
