package dev.tieout.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import dev.tieout.attribution.Ending;
import dev.tieout.attribution.Outcome;
import dev.tieout.attribution.Reason;
import dev.tieout.attribution.RequestAction;

/**
 * What a request to connect or disconnect would change, and nothing else: the customer
 * replayed with the request, compared with the same replay without it.
 *
 * @param action what is asked for
 * @param at from when on
 * @param zone the program's
 * @param outcome what would become of the request
 * @param other the affiliate that stands in the way or is replaced
 * @param orders the orders whose decision would change, by time
 * @param entries what would be posted, by order
 * @param connections the connections that would begin, end otherwise or not be there
 * @param requests earlier requests that would come to something else
 * @param othersDue whether the customer is due already, so that the next run may post
 * other changes with these
 */
public record RequestEffect(RequestAction action, Instant at, ZoneId zone, Outcome outcome, Optional<String> other,
		List<OrderChange> orders, List<NewEntry> entries, List<ConnectionChange> connections,
		List<OutcomeChange> requests, boolean othersDue) {

	public RequestEffect {
		orders = List.copyOf(orders);
		entries = List.copyOf(entries);
		connections = List.copyOf(connections);
		requests = List.copyOf(requests);
	}

	/**
	 * Returns whether anything but the request's own outcome would change.
	 * @return false where recording it leaves all as it is
	 */
	public boolean changesAnything() {
		return !(this.orders.isEmpty() && this.entries.isEmpty() && this.connections.isEmpty()
				&& this.requests.isEmpty());
	}

	/**
	 * An order whose decision would change.
	 *
	 * @param order store and id
	 * @param orderedAt when it was placed
	 * @param before what it comes to without the request
	 * @param after what it would come to
	 */
	public record OrderChange(String order, Instant orderedAt, Verdict before, Verdict after) {

		/**
		 * What an order comes to.
		 *
		 * @param reason credited, or why not
		 * @param affiliate of the test that decided
		 * @param commission what it earns
		 */
		public record Verdict(Reason reason, Optional<String> affiliate, Total commission) {

			@Override
			public String toString() {
				return this.reason + this.affiliate.map((address) -> " " + address).orElse("")
						+ ((this.commission.signum() == 0) ? "" : " " + this.commission);
			}

		}

	}

	/**
	 * An entry that would be posted.
	 *
	 * @param type of the entry
	 * @param order store and id
	 * @param affiliate the affiliate's address
	 * @param amount what it would add
	 * @param period the month it would be posted to as months are closed now
	 * @param payableOn when its hold is over
	 */
	public record NewEntry(EntryType type, String order, String affiliate, Total amount, YearMonth period,
			LocalDate payableOn) {

	}

	/**
	 * A connection that would be another.
	 *
	 * @param affiliate the affiliate's address
	 * @param startedAt its first instant
	 * @param before how long it lasts without the request; empty where it would begin
	 * @param after how long it would last; empty where it would not be there
	 */
	public record ConnectionChange(String affiliate, Instant startedAt, Optional<Life> before, Optional<Life> after) {

		/**
		 * How long a connection lasts, and how many orders are credited through it.
		 *
		 * @param endedAt its end, which may lie ahead
		 * @param ending what ends it
		 * @param ordersCredited the orders
		 */
		public record Life(Optional<Instant> endedAt, Optional<Ending> ending, int ordersCredited) {

		}

	}

	/**
	 * A request that would come to something else.
	 *
	 * @param action what it asks for
	 * @param affiliate the affiliate's address
	 * @param at its time
	 * @param before its outcome without the new request
	 * @param after its outcome with it
	 */
	public record OutcomeChange(RequestAction action, String affiliate, Instant at, Outcome before, Outcome after) {

	}

}
