package dev.tieout.job;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.tieout.attribution.AffiliateDirectory;
import dev.tieout.attribution.Buyer;
import dev.tieout.program.Version;

/**
 * What all workers of a run's step {@code reconcile} share. Read once a step; immutable.
 *
 * @param run the run
 * @param everyone whether all customers are due, because no run has posted yet
 * @param directory the affiliates
 * @param affiliateOfCustomer customers who are affiliates
 * @param shared customers with one of the program's {@code ignore-addresses}
 * @param stores codes by number
 * @param files base names by number
 * @param rulesNumbers rows of {@code rules} by version
 * @param rulesTexts what each version says, the calculation included
 * @param formerRules what each row of {@code rules} says, by number
 * @param rulesNames how reports name each row of {@code rules}, by number
 */
record CaseContext(PinnedRun run, boolean everyone, AffiliateDirectory directory,
		Map<Long, Integer> affiliateOfCustomer, Set<Long> shared, Map<Integer, String> stores,
		Map<Integer, String> files, Map<Optional<LocalDate>, Integer> rulesNumbers,
		Map<Optional<LocalDate>, String> rulesTexts, Map<Integer, String> formerRules,
		Map<Integer, String> rulesNames) {

	Buyer buyer(long customer, boolean usable) {
		if (customer < 0) {
			return Buyer.MISSING;
		}
		if (!usable) {
			return Buyer.INVALID;
		}
		return this.shared.contains(customer) ? Buyer.SHARED : Buyer.KNOWN;
	}

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
