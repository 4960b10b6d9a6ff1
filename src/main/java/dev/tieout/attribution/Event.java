package dev.tieout.attribution;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Something that happens on a timeline. */
sealed interface Event {

	Instant at();

	/** The place among events of one instant. */
	int rank();

	/**
	 * A request at the instant at which it is judged, which is later than its own where
	 * its affiliate was not known before.
	 */
	record Requested(Request request, Affiliate affiliate, Instant at) implements Event {

		@Override
		public int rank() {
			return (this.request.action() == RequestAction.DISCONNECT) ? 0 : 1;
		}
	}

	/** An order. */
	record Ordered(Order order) implements Event {

		@Override
		public Instant at() {
			return this.order.placedAt();
		}

		@Override
		public int rank() {
			return 2;
		}
	}

	/**
	 * Puts orders and requests in the order in which they are replayed. Requests whose
	 * affiliate nobody knows are left out: they wait.
	 */
	static List<Event> inOrder(CustomerTimeline timeline, AffiliateDirectory affiliates) {
		List<Event> events = new ArrayList<>(timeline.orders().size() + timeline.requests().size());
		timeline.orders().stream().sorted(TimelineOrder.ORDERS).map(Ordered::new).forEach(events::add);
		timeline.requests().stream().sorted(Comparator.comparingLong(Request::number)).forEach((request) -> {
			Affiliate affiliate = affiliates.find(request.affiliate()).orElse(null);
			if (affiliate != null && !affiliate.rows().isEmpty()) {
				Instant known = affiliate.rows().get(0).from();
				events.add(new Requested(request, affiliate, known.isAfter(request.at()) ? known : request.at()));
			}
		});
		// The sort is stable: what is equal here keeps the order it was added in.
		events.sort(Comparator.comparing(Event::at).thenComparingInt(Event::rank));
		return events;
	}

}
