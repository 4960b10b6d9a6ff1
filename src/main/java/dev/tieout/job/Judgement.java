package dev.tieout.job;

import java.util.List;

import dev.tieout.attribution.Connection;
import dev.tieout.attribution.Decision;
import dev.tieout.attribution.RequestOutcome;
import dev.tieout.ledger.Place;
import dev.tieout.ledger.Proposal;
import dev.tieout.ledger.StandingDecision;
import dev.tieout.orders.StandingOrder;

/**
 * What a customer's replay came to, compared with what stood before.
 *
 * @param customer the customer's number
 * @param address for reports
 * @param decisions one for each order
 * @param outcomes those of requests that are new or have changed
 * @param connections all of the customer's, where they have changed; else none
 * @param othersBefore whether other connections stood before and are superseded
 * @param proposals the differences to the ledger
 * @param staysDue whether something differs that this run does not post
 */
record Judgement(long customer, String address, List<Decided> decisions, List<RequestOutcome> outcomes,
		List<Connection> connections, boolean othersBefore, List<Proposal> proposals, boolean staysDue) {

	/**
	 * An order's decision.
	 *
	 * @param order the order
	 * @param decision what it comes to
	 * @param rules the number of the version's row in {@code rules}
	 * @param run the run that stores it, or has stored it
	 * @param changed whether it has to be stored
	 */
	record Decided(StandingOrder order, Decision decision, int rules, int run, boolean changed) {

		/**
		 * The decision as it is stored; made when it is needed, for customers may have
		 * many.
		 */
		StandingDecision standing(long customer, String rulesText) {
			return StandingDecision.of(this.decision, customer, new Place(this.order.file(), this.order.line()),
					rulesText);
		}

	}

}
