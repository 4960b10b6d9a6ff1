package dev.tieout.configuration;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the word that was probably meant. */
final class Nearest {

	private Nearest() {
	}

	/**
	 * Returns the known word with the fewest edits to a given one.
	 * @param word as written
	 * @param known what it may be
	 * @return empty where even the nearest has little in common with it
	 */
	static Optional<String> to(String word, Collection<String> known) {
		int farthest = Math.max(2, word.length() / 2);
		return known.stream()
			.filter((candidate) -> edits(word, candidate) <= farthest)
			.min(Comparator.comparingInt((candidate) -> edits(word, candidate)));
	}

	private static int edits(String one, String other) {
		int[] former = new int[other.length() + 1];
		for (int j = 0; j <= other.length(); j++) {
			former[j] = j;
		}
		for (int i = 1; i <= one.length(); i++) {
			int[] row = new int[other.length() + 1];
			row[0] = i;
			for (int j = 1; j <= other.length(); j++) {
				int replaced = former[j - 1] + ((one.charAt(i - 1) == other.charAt(j - 1)) ? 0 : 1);
				row[j] = Math.min(replaced, 1 + Math.min(former[j], row[j - 1]));
			}
			former = row;
		}
		return former[other.length()];
	}

}
