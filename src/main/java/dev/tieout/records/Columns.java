package dev.tieout.records;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import dev.tieout.identity.PlainText;
import dev.tieout.records.UnusableFileException.Code;

/**
 * Finds the columns a layout uses by their names, trimmed and without regard to case.
 * Problems are collected, so that a person learns of all of them at once.
 */
public final class Columns {

	private static final int MOST_SHOWN = 100;

	private final DelimitedFile file;

	private final Map<String, List<Integer>> places = new HashMap<>();

	private final Set<String> missing = new TreeSet<>();

	private final Set<String> twice = new TreeSet<>();

	/**
	 * Starts the search.
	 * @param file the file whose header is searched
	 */
	public Columns(DelimitedFile file) {
		this.file = file;
		for (int i = 0; i < file.header().size(); i++) {
			this.places.computeIfAbsent(PlainText.lowerCase(file.header().get(i)), (name) -> new ArrayList<>()).add(i);
		}
	}

	/**
	 * Returns a column that must be there.
	 * @param names its possible names; the first that the header has counts
	 * @return the column; a place outside every record where it is missing
	 */
	public Column required(String... names) {
		Column found = optional(names);
		if (!found.isPresent()) {
			this.missing.add("'" + String.join("' or '", names) + "'");
		}
		return found;
	}

	/**
	 * Returns a column that may be there.
	 * @param names its possible names; the first that the header has counts
	 * @return the column
	 */
	public Column optional(String... names) {
		for (String name : names) {
			List<Integer> found = this.places.getOrDefault(PlainText.lowerCase(name), List.of());
			if (found.size() > 1) {
				this.twice.add("'" + name + "' (columns " + (found.get(0) + 1) + " and " + (found.get(1) + 1) + ")");
			}
			if (!found.isEmpty()) {
				return new Column(this.file.header().get(found.get(0)), found.get(0));
			}
		}
		return new Column(names[0], -1);
	}

	/**
	 * Returns the columns with numbers 1, 2 and so on after their prefix, as far as the
	 * header has them.
	 * @param prefix what stands before the number
	 * @return the columns by number
	 */
	public List<Column> numbered(String prefix) {
		List<Column> found = new ArrayList<>();
		for (Column next = optional(prefix + 1); next.isPresent(); next = optional(prefix + (found.size() + 1))) {
			found.add(next);
		}
		return List.copyOf(found);
	}

	/** A header may have a million columns, or one that is a whole file. */
	private static String shown(List<String> header) {
		String names = header.stream().limit(MOST_SHOWN).map(Problems::quoted).collect(Collectors.joining(", "));
		return (header.size() <= MOST_SHOWN) ? names : names + " and " + (header.size() - MOST_SHOWN) + " more columns";
	}

	/**
	 * Ends the search. A file without records passes: it is empty, which is no error.
	 * @throws UnusableFileException when a required column is missing or a used one
	 * stands twice
	 */
	public void check() {
		if (this.file.isAtEnd()) {
			return;
		}
		List<String> problems = new ArrayList<>();
		if (!this.missing.isEmpty()) {
			problems
				.add("the header lacks " + String.join(", ", this.missing) + "; it has " + shown(this.file.header()));
		}
		if (!this.twice.isEmpty()) {
			problems
				.add("the header has " + String.join(", ", this.twice) + " twice, so it is not clear which one counts");
		}
		if (!problems.isEmpty()) {
			throw new UnusableFileException(this.missing.isEmpty() ? Code.DUPLICATE_COLUMN : Code.MISSING_COLUMN,
					this.file.path(), ": " + String.join("; ", problems));
		}
	}

}
