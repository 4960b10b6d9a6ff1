package dev.tieout.ledger;

/**
 * A decision that an earlier run left standing.
 *
 * @param decision what it says
 * @param run the run that stored it
 * @param rules the number of the version's row in {@code rules}
 */
public record FormerDecision(StandingDecision decision, int run, int rules) {

}
