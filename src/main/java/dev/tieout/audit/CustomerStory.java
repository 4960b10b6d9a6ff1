package dev.tieout.audit;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

import dev.tieout.audit.Explanation.Customer;
import dev.tieout.audit.Explanation.Judgement;
import dev.tieout.audit.Explanation.Request;
import dev.tieout.audit.Explanation.Revision;
import dev.tieout.identity.EmailAddress;

/**
 * All that happened to a customer.
 *
 * @param zone the program's
 * @param customer who
 * @param requests the newest 1,000, by time
 * @param connections the newest 1,000, by start
 * @param orders the newest 1,000, by date
 * @param counts how many there are of each
 * @param due why the customer will be judged again; empty where nothing is new
 * @param toldTo the affiliate that is told, to whom others are not named
 */
public record CustomerStory(ZoneId zone, Customer customer, List<Request> requests, List<ConnectionLine> connections,
		List<OrderStory> orders, Counts counts, List<DueCause> due, Optional<String> toldTo) {

	/** How another affiliate is called in what an affiliate is told. */
	static final String ANOTHER = "another affiliate";

	public CustomerStory {
		requests = List.copyOf(requests);
		connections = List.copyOf(connections);
		orders = List.copyOf(orders);
		due = List.copyOf(due);
	}

	/**
	 * Returns the story as an affiliate may be told it: without the customer's address
	 * and name, without other affiliates and what they earn.
	 * @param affiliate who is told
	 * @return the story
	 */
	public CustomerStory toldTo(EmailAddress affiliate) {
		String to = affiliate.value();
		Customer unnamed = new Customer(this.customer.number(), "", "", this.customer.usable(),
				this.customer.forgotten());
		return new CustomerStory(this.zone, unnamed,
				this.requests.stream()
					.map((request) -> new Request(request.place(), request.at(), request.dated(), request.action(),
							named(request.affiliate(), to), request.outcome(),
							request.other().map((other) -> named(other, to))))
					.toList(),
				this.connections.stream()
					.map((line) -> new ConnectionLine("", named(line.affiliate(), to), line.startedAt(), line.endedAt(),
							line.ending(), line.state(), line.origin(), line.ordersCredited(), line.orderLimit(),
							line.expiresAt(), line.place()))
					.toList(),
				this.orders.stream().map((order) -> order.toldTo(to)).toList(), this.counts, this.due, Optional.of(to));
	}

	private static String named(String affiliate, String to) {
		return affiliate.equals(to) ? affiliate : ANOTHER;
	}

	/**
	 * An order of the customer's.
	 *
	 * @param order which one
	 * @param revision the revision that counts
	 * @param decision the decision that counts; empty where no posted run has judged it
	 */
	public record OrderStory(OrderMatch order, Revision revision, Optional<Judgement> decision) {

		private OrderStory toldTo(String to) {
			return new OrderStory(this.order, this.revision, this.decision.map((said) -> toldTo(said, to)));
		}

		private static Judgement toldTo(Judgement said, String to) {
			if (said.affiliate().isEmpty() || said.affiliate().get().equals(to)) {
				return said;
			}
			Total nothing = Total.of(0, said.commission().currency());
			return new Judgement(said.counts(), said.run(), said.reason(), Optional.of(ANOTHER), Optional.empty(),
					said.source(), said.connectionStartedAt(), said.orderOfLimit(), said.orderLimit(), said.expiresAt(),
					said.orderTotal(), nothing, "", nothing, said.newCustomer(), said.edition(), said.effectiveFrom(),
					said.calculation(), said.place());
		}

	}

	/**
	 * How many there are, also where fewer are listed.
	 *
	 * @param requests requests to connect or disconnect
	 * @param connections connections
	 * @param orders orders
	 */
	public record Counts(long requests, long connections, long orders) {
	}

}
