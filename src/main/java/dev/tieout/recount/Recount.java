package dev.tieout.recount;

import java.util.List;

/**
 * What came of computing everything again.
 *
 * @param checks in the order of {@link Check}
 * @param due how many customers are due: what is stored of them is not the last word, and
 * was not compared where that matters
 */
public record Recount(List<CheckResult> checks, long due) {

	public Recount {
		checks = List.copyOf(checks);
	}

	/**
	 * Returns whether everything is stored as it is computed.
	 * @return whether nothing differs
	 */
	public boolean holds() {
		return differing() == 0;
	}

	/**
	 * Returns how much differs.
	 * @return over all checks
	 */
	public long differing() {
		return this.checks.stream().mapToLong(CheckResult::differing).sum();
	}

}
