package dev.tieout.cli;

import java.util.ArrayList;
import java.util.List;

/** A sentence on several lines. */
final class Wrapped {

	private Wrapped() {
	}

	/**
	 * Breaks a text at blanks.
	 * @param text one line
	 * @param width the most characters of a line, where its words allow it
	 * @return at least one line
	 */
	static List<String> of(String text, int width) {
		List<String> lines = new ArrayList<>();
		StringBuilder line = new StringBuilder();
		for (String word : text.split(" ")) {
			if (line.length() > 0 && line.length() + 1 + word.length() > width) {
				lines.add(line.toString());
				line.setLength(0);
			}
			line.append((line.length() > 0) ? " " : "").append(word);
		}
		lines.add(line.toString());
		return lines;
	}

}
