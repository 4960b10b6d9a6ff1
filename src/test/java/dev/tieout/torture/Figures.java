package dev.tieout.torture;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * What was tried and how it came out, a line a figure in a file of the seed's own: tests
 * of several processes write to it. After the tests, {@link #main} prints them all.
 */
final class Figures {

	private static final Path FILE = Torture.FOLDER.resolve("figures-%d.tsv".formatted(Torture.SEED));

	private Figures() {
	}

	/**
	 * Notes a figure in place of a former one of that name.
	 * @param part of which part of the torture it is, such as {@code crash}
	 * @param name what was counted, such as {@code processes killed}
	 * @param value a number, or a short text
	 */
	static synchronized void note(String part, String name, Object value) {
		try {
			Files.createDirectories(Torture.FOLDER);
			Files.writeString(FILE, "%s\t%s\t%s\n".formatted(part, name, value), StandardOpenOption.CREATE,
					StandardOpenOption.APPEND);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Prints a table of all figures, and leaves it in a file. */
	public static void main(String[] arguments) throws IOException {
		String table = table(Files.exists(FILE) ? Files.readAllLines(FILE) : List.of());
		System.out.print(table);
		Files.createDirectories(Torture.FOLDER);
		Files.writeString(Torture.FOLDER.resolve("figures.txt"), table);
	}

	static String table(List<String> lines) {
		Map<String, Map<String, String>> parts = new TreeMap<>();
		for (String line : lines) {
			String[] cells = line.split("\t", 3);
			parts.computeIfAbsent(cells[0], (part) -> new LinkedHashMap<>()).put(cells[1], cells[2]);
		}
		StringBuilder table = new StringBuilder("%nTorture with seed %d%n".formatted(Torture.SEED));
		parts.forEach((part, figures) -> {
			table.append("%n%s%n".formatted(part));
			figures.forEach((name, value) -> table.append("  %-60s %14s%n".formatted(name, grouped(value))));
		});
		return table.append(System.lineSeparator()).toString();
	}

	private static String grouped(String value) {
		return value.matches("\\d{4,18}") ? Objects.requireNonNull("%,d".formatted(Long.parseLong(value))) : value;
	}

}
