package dev.tieout.recount;

import java.util.List;

/**
 * What came of a check.
 *
 * @param check which
 * @param compared how many were compared
 * @param differing how many of them differ
 * @param differences the first of these
 */
public record CheckResult(Check check, long compared, long differing, List<Difference> differences) {

	public CheckResult {
		differences = List.copyOf(differences);
	}

}
