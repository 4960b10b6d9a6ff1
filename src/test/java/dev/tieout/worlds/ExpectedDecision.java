package dev.tieout.worlds;

import dev.tieout.attribution.Reason;

/**
 * What an order must come to, in words that do not depend on any database's numbers.
 *
 * @param reason the decision
 * @param affiliate the address of the affiliate that the deciding test named, or empty
 * @param commission in minor units; 0 unless the order counts
 * @param posts what the ledger is to hold, in minor units
 */
public record ExpectedDecision(Reason reason, String affiliate, long commission, long posts) {

}
