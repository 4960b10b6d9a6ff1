package dev.tieout.attribution;

import java.util.List;

/**
 * The answer to a timeline.
 *
 * @param decisions one for each order, in the order of the timeline
 * @param outcomes one for each request
 * @param connections all that there were, by start
 */
public record Replay(List<Decision> decisions, List<RequestOutcome> outcomes, List<Connection> connections) {

}
