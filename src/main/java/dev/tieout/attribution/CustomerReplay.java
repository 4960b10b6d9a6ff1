package dev.tieout.attribution;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import dev.tieout.program.OnConflict;
import org.jspecify.annotations.Nullable;

/** One customer's replay. Used once. */
final class CustomerReplay {

	private final CustomerTimeline timeline;

	private final RulesInForce rules;

	private final AffiliateDirectory affiliates;

	private final OrderJudgement judgement;

	private final List<Decision> decisions = new ArrayList<>();

	private final List<RequestOutcome> outcomes = new ArrayList<>();

	private final List<Tie> ties = new ArrayList<>();

	private boolean hasPaidBefore;

	CustomerReplay(CustomerTimeline timeline, RulesInForce rules, AffiliateDirectory affiliates) {
		this.timeline = timeline;
		this.rules = rules;
		this.affiliates = affiliates;
		this.judgement = new OrderJudgement(timeline, rules, affiliates);
	}

	Replay run() {
		for (Event event : Event.inOrder(this.timeline, this.affiliates)) {
			Tie last = lastTie();
			if (last != null) {
				last.advanceTo(event.at());
			}
			if (event instanceof Event.Requested requested) {
				this.outcomes.add(outcome(requested));
			}
			else if (event instanceof Event.Ordered ordered) {
				this.decisions.add(decide(ordered.order()));
			}
		}
		Tie last = lastTie();
		if (last != null) {
			last.advanceTo(Instant.MAX);
		}
		addWaitingRequests();
		return new Replay(withLaterConnections(), List.copyOf(this.outcomes),
				this.ties.stream().map(Tie::toConnection).toList());
	}

	private RequestOutcome outcome(Event.Requested requested) {
		return (requested.request().action() == RequestAction.CONNECT) ? connect(requested) : disconnect(requested);
	}

	/** The first row of the table in rules.md 4.1 that applies. */
	private RequestOutcome connect(Event.Requested requested) {
		Request request = requested.request();
		Affiliate affiliate = requested.affiliate();
		Instant at = requested.at();
		Tie live = liveTie();
		if (affiliate.number() == this.timeline.ownAffiliate() && !this.rules.paysSelfPurchases(at)) {
			return outcome(requested, Outcome.SELF_CONNECTION, null);
		}
		if (live != null && live.affiliate().number() == affiliate.number()) {
			return outcome(requested, Outcome.DUPLICATE, null);
		}
		if (live != null && this.rules.connectAt(at).onConflict() == OnConflict.KEEP) {
			return outcome(requested, Outcome.CONFLICT_EXISTING, live);
		}
		boolean before = wasConnectedTo(affiliate);
		if (before && !request.dated()) {
			return outcome(requested, Outcome.ALREADY_ENDED, null);
		}
		if (live != null) {
			live.end(at, Ending.REPLACED);
		}
		this.ties.add(new Tie(this.rules, affiliate, at, request.origin(), request.number()));
		if (live != null) {
			return outcome(requested, Outcome.REPLACED_EXISTING, live);
		}
		return outcome(requested, before ? Outcome.RECONNECTED : Outcome.CONNECTED, null);
	}

	private RequestOutcome disconnect(Event.Requested requested) {
		Tie live = liveTie();
		if (live == null || live.affiliate().number() != requested.affiliate().number()) {
			return outcome(requested, Outcome.NOTHING_TO_DISCONNECT, live);
		}
		live.end(requested.at(), Ending.DISCONNECTED);
		return outcome(requested, Outcome.DISCONNECTED, null);
	}

	private Decision decide(Order order) {
		boolean isNew = !this.hasPaidBefore && !isExistingCustomerAt(order.placedAt());
		Decision decision = this.judgement.judge(order, lastTie(), isNew);
		if (this.timeline.buyer() == Buyer.KNOWN && OrderJudgement.isPaidFor(order)) {
			this.hasPaidBefore = true;
		}
		if (decision.reason().counts()) {
			follow(decision, isNew);
		}
		return decision;
	}

	/** What a credited order does to connections (rules.md 4.2 and 4.6). */
	private void follow(Decision decision, boolean isNew) {
		Instant at = decision.order().placedAt();
		Tie live = liveTie();
		if (decision.orderOfLimit() > 0 && live != null) {
			live.credit(at, this.rules.connectAt(at).refreshOnOrder());
		}
		else if (decision.orderOfLimit() == 0 && live == null) {
			Affiliate affiliate = this.affiliates.get(decision.affiliate());
			if (this.judgement.linksAutomatically(affiliate, at, isNew) && !wasConnectedTo(affiliate)) {
				this.ties.add(new Tie(this.rules, affiliate, at, Origin.AUTOMATIC, decision.order().number()));
			}
		}
	}

	private boolean isExistingCustomerAt(Instant instant) {
		return this.timeline.existingSince().filter((since) -> !since.isAfter(instant)).isPresent();
	}

	private boolean wasConnectedTo(Affiliate affiliate) {
		return this.ties.stream().anyMatch((tie) -> tie.affiliate().number() == affiliate.number());
	}

	private @Nullable Tie lastTie() {
		return this.ties.isEmpty() ? null : this.ties.get(this.ties.size() - 1);
	}

	private @Nullable Tie liveTie() {
		Tie last = lastTie();
		return (last != null && last.isLive()) ? last : null;
	}

	private static RequestOutcome outcome(Event.Requested requested, Outcome outcome, @Nullable Tie other) {
		int otherAffiliate = (other != null) ? other.affiliate().number() : 0;
		return new RequestOutcome(requested.request(), outcome, requested.at(), otherAffiliate);
	}

	private void addWaitingRequests() {
		if (this.outcomes.size() == this.timeline.requests().size()) {
			return;
		}
		for (Request request : this.timeline.requests()) {
			Optional<Affiliate> affiliate = this.affiliates.find(request.affiliate());
			if (affiliate.isEmpty() || affiliate.get().rows().isEmpty()) {
				this.outcomes.add(new RequestOutcome(request, Outcome.UNKNOWN_AFFILIATE, request.at(), 0));
			}
		}
	}

	/** Only at the end is it known whether a connection came later. */
	private List<Decision> withLaterConnections() {
		Tie last = lastTie();
		if (last == null) {
			return List.copyOf(this.decisions);
		}
		return this.decisions.stream()
			.map((decision) -> (decision.reason() == Reason.NO_CONNECTION
					&& last.startedAt().isAfter(decision.order().placedAt()))
							? Decision.unreferred(decision.order(), Reason.BEFORE_CONNECTION, decision.version(),
									decision.newCustomer())
							: decision)
			.toList();
	}

}
