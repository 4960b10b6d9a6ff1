package dev.tieout.proof;

import java.util.List;

/**
 * The seals that a file outside the database knows.
 *
 * @param name the file's
 * @param seals in the file's order
 * @param unreadable the numbers of lines that are no seals
 */
public record KnownSeals(String name, List<KnownSeal> seals, List<Integer> unreadable) {

	public KnownSeals {
		seals = List.copyOf(seals);
		unreadable = List.copyOf(unreadable);
	}

}
