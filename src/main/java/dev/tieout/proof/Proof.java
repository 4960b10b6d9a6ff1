package dev.tieout.proof;

import java.util.List;
import java.util.Optional;

/**
 * What came of recomputing everything.
 *
 * @param seals how many were recomputed
 * @param entries how many entries they cover
 * @param head the last seal, as a line for outside the database
 * @param unsealed what no seal holds yet: the next posting's will
 * @param findings what is wrong, the first first
 */
public record Proof(int seals, long entries, Optional<KnownSeal> head, List<String> unsealed, List<Finding> findings) {

	public Proof {
		unsealed = List.copyOf(unsealed);
		findings = List.copyOf(findings);
	}

	/**
	 * Returns whether everything is as it was sealed.
	 * @return whether nothing is wrong
	 */
	public boolean holds() {
		return this.findings.isEmpty();
	}

}
