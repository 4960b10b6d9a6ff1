package dev.tieout.connections;

import java.time.Instant;

import dev.tieout.attribution.Outcome;
import dev.tieout.attribution.RequestOutcome;

/**
 * A request's outcome as it is stored.
 *
 * @param request the request's number
 * @param outcome what became of it
 * @param at when it was judged
 * @param otherAffiliate who stood in the way or was replaced, or 0
 */
public record StandingOutcome(long request, Outcome outcome, Instant at, int otherAffiliate) {

	public static StandingOutcome of(RequestOutcome outcome) {
		return new StandingOutcome(outcome.request().number(), outcome.outcome(), outcome.at(),
				outcome.otherAffiliate());
	}

}
