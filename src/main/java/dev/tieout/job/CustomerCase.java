package dev.tieout.job;

import java.util.List;

import dev.tieout.attribution.Connection;
import dev.tieout.attribution.CustomerTimeline;
import dev.tieout.connections.StandingOutcome;
import dev.tieout.ledger.FormerDecision;
import dev.tieout.ledger.PostedEntry;
import dev.tieout.orders.StandingOrder;

/**
 * One customer with everything that is judged and everything that was said before: the
 * item of the step {@code reconcile}.
 *
 * @param timeline what the replay judges
 * @param address for reports, empty where there is none
 * @param orders the timeline's orders with where they stand
 * @param decisions what former runs decided for these orders
 * @param entries what the ledger holds for them
 * @param outcomes what became of the requests before
 * @param connections what connections there were before
 * @param hasNewRequest whether a request is among the causes for which the customer is
 * due
 */
record CustomerCase(CustomerTimeline timeline, String address, List<StandingOrder> orders,
		List<FormerDecision> decisions, List<PostedEntry> entries, List<StandingOutcome> outcomes,
		List<Connection> connections, boolean hasNewRequest) {

}
