package dev.tieout.attribution;

import java.time.Instant;
import java.util.Optional;
import java.util.OptionalInt;

import dev.tieout.program.AttributionTest;
import dev.tieout.program.Version;

/**
 * What an order comes to, with what explains it (rules.md 5).
 *
 * @param order the order
 * @param reason credited, or why not
 * @param affiliate of the test that decided, also where it failed; 0 where no test named
 * anybody
 * @param source the test that decided
 * @param connectionStartedAt the start of the connection that the test looked at
 * @param orderOfLimit which of the connection's credited orders this is; 0 where it does
 * not count
 * @param orderLimit the limit of orders in force
 * @param expiresAt where the limit of days in force put the connection's end when the
 * order was judged, before the order moved it; or when the connection ended
 * @param base what the commission is a share of, in minor units, rounded for show
 * @param rates the rates taken, for a person
 * @param commission in minor units of the order's currency; 0 unless credited, also where
 * it was paid elsewhere
 * @param version the version in force at the order's time; empty before the first
 * @param newCustomer whether the customer was new
 */
public record Decision(Order order, Reason reason, int affiliate, Optional<AttributionTest> source,
		Optional<Instant> connectionStartedAt, int orderOfLimit, OptionalInt orderLimit, Optional<Instant> expiresAt,
		long base, String rates, long commission, Optional<Version> version, boolean newCustomer) {

	static Decision unreferred(Order order, Reason reason, Optional<Version> version, boolean newCustomer) {
		return new Decision(order, reason, 0, Optional.empty(), Optional.empty(), 0, OptionalInt.empty(),
				Optional.empty(), 0, "", 0, version, newCustomer);
	}

}
