package dev.tieout.ledger;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

import dev.tieout.attribution.Decision;
import dev.tieout.attribution.Reason;
import dev.tieout.program.AttributionTest;

/**
 * A decision as it is stored. Two are equal where a stored one need not be stored again
 * (rules.md 5): the run and, where the version says the same, the edition do not matter.
 *
 * @param order the order's number
 * @param customer the order's customer
 * @param orderTotal in minor units
 * @param currency ISO 4217
 * @param place the revision it judged
 * @param rules what the version in force and the calculation say, in one text
 */
public record StandingDecision(long order, long customer, long orderTotal, String currency, Place place, String rules,
		Reason reason, boolean newCustomer, Optional<AttributionTest> source, int affiliate,
		Optional<Instant> connectionStartedAt, int orderOfLimit, OptionalInt orderLimit, Optional<Instant> expiresAt,
		long base, String rates, long commission) {

	/**
	 * Returns a decision in the form in which it is stored.
	 * @param decision the decision
	 * @param customer the order's customer
	 * @param place the revision it judged
	 * @param rules what the version in force and the calculation say
	 * @return the decision to compare and store
	 */
	public static StandingDecision of(Decision decision, long customer, Place place, String rules) {
		return new StandingDecision(decision.order().number(), customer, decision.order().sale().total(),
				decision.order().sale().currency().getCurrencyCode(), place, rules, decision.reason(),
				decision.newCustomer(), decision.source(), decision.affiliate(), decision.connectionStartedAt(),
				decision.orderOfLimit(), decision.orderLimit(), decision.expiresAt(), decision.base(), decision.rates(),
				decision.commission());
	}

}
