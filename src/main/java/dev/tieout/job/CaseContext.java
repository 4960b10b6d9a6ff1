package dev.tieout.job;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

import dev.tieout.attribution.AffiliateDirectory;
import dev.tieout.bulk.Reach;
import dev.tieout.program.Version;

/**
 * What all workers of a run's step {@code reconcile} share. Read once a step; immutable.
 *
 * @param run the run
 * @param reach how many of all customers it judges; everyone until a run has posted
 * @param directory the affiliates
 * @param facts what reading customers needs
 * @param files base names by number
 * @param rulesNumbers rows of {@code rules} by version
 * @param rulesTexts what each version says, the calculation included
 * @param rulesNames how reports name each row of {@code rules}, by number
 */
record CaseContext(PinnedRun run, Reach reach, AffiliateDirectory directory, CustomerFacts facts,
		Map<Integer, String> files, Map<Optional<LocalDate>, Integer> rulesNumbers,
		Map<Optional<LocalDate>, String> rulesTexts, Map<Integer, String> rulesNames) {

	int rulesNumber(Optional<Version> version) {
		Integer number = this.rulesNumbers.get(version.map(Version::effectiveFrom));
		if (number == null) {
			throw new IllegalStateException("the version of " + version + " is not in the table rules");
		}
		return number;
	}

	String rulesText(Optional<Version> version) {
		return this.rulesTexts.getOrDefault(version.map(Version::effectiveFrom), "");
	}

}
