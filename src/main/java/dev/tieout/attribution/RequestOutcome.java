package dev.tieout.attribution;

import java.time.Instant;

/**
 * What became of a request in the newest replay.
 *
 * @param request the request
 * @param outcome the first row of rules.md 4.1 that applied
 * @param at the instant at which it was judged; later than the request's own where its
 * affiliate was not known before
 * @param otherAffiliate whose connection stood in the way or was replaced, or 0
 */
public record RequestOutcome(Request request, Outcome outcome, Instant at, int otherAffiliate) {

}
