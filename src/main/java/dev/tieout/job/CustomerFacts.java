package dev.tieout.job;

import java.util.Map;
import java.util.Set;

import dev.tieout.attribution.Buyer;

/**
 * What reading a customer needs besides the customer's own rows. Immutable.
 *
 * @param affiliateOfCustomer customers who are affiliates
 * @param shared customers with one of the program's {@code ignore-addresses}
 * @param stores codes by number
 * @param formerRules what each row of {@code rules} says, by number
 */
record CustomerFacts(Map<Long, Integer> affiliateOfCustomer, Set<Long> shared, Map<Integer, String> stores,
		Map<Integer, String> formerRules) {

	Buyer buyer(long customer, boolean usable) {
		if (customer < 0) {
			return Buyer.MISSING;
		}
		if (!usable) {
			return Buyer.INVALID;
		}
		return this.shared.contains(customer) ? Buyer.SHARED : Buyer.KNOWN;
	}

}
