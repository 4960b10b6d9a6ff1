package dev.tieout.worlds;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import dev.tieout.attribution.Affiliate;
import dev.tieout.attribution.AffiliateStatus;
import dev.tieout.attribution.Buyer;
import dev.tieout.attribution.CustomerTimeline;
import dev.tieout.attribution.Order;
import dev.tieout.attribution.OrderStatus;
import dev.tieout.attribution.Outcome;
import dev.tieout.attribution.Reason;
import dev.tieout.attribution.Request;
import dev.tieout.attribution.RequestAction;
import dev.tieout.program.AttributionTest;
import dev.tieout.program.OnConflict;
import dev.tieout.program.Version;
import org.jspecify.annotations.Nullable;

/**
 * Rules.md 4, sentence by sentence and without any care for time: nothing is carried from
 * event to event but what became of each. Whether a connection is live is found out anew
 * each time, by looking at all that came before (see {@link NaiveConnection}).
 */
final class NaiveReplay {

	private final NaiveRules rules;

	private final CustomerTimeline timeline;

	private final List<NaiveConnection> connections = new ArrayList<>();

	private final List<Answer> answers = new ArrayList<>();

	private final Map<Long, Outcome> outcomes = new HashMap<>();

	NaiveReplay(NaiveRules rules, CustomerTimeline timeline) {
		this.rules = rules;
		this.timeline = timeline;
		for (Happening each : inOrder()) {
			if (each.order() != null) {
				this.answers.add(answer(each.order()));
			}
			else if (each.request() != null) {
				this.outcomes.put(each.request().number(), outcome(each.request(), each.at()));
			}
		}
		this.answers.replaceAll(this::withLaterConnections);
		for (Request request : timeline.requests()) {
			this.outcomes.putIfAbsent(request.number(), Outcome.UNKNOWN_AFFILIATE);
		}
	}

	/** One for each order, in the order of the timeline. */
	List<Answer> answers() {
		return this.answers;
	}

	/** By the request's number. */
	Map<Long, Outcome> outcomes() {
		return this.outcomes;
	}

	List<NaiveConnection> connections() {
		return this.connections;
	}

	/** Section 4: by instant; disconnects, connects, orders; then as each kind says. */
	private List<Happening> inOrder() {
		List<Happening> all = new ArrayList<>();
		for (Request request : this.timeline.requests()) {
			Affiliate affiliate = this.rules.affiliate(request.affiliate());
			if (!affiliate.rows().isEmpty()) {
				Instant first = affiliate.rows().get(0).from();
				Instant at = request.at().isBefore(first) ? first : request.at();
				all.add(new Happening(at, (request.action() == RequestAction.DISCONNECT) ? 1 : 2, request.number(), "",
						request, null));
			}
		}
		for (Order order : this.timeline.orders()) {
			all.add(new Happening(order.placedAt(), 3, 0, sortable(order.store()) + "-" + sortable(order.id()), null,
					order));
		}
		all.sort(Comparator.comparing(Happening::at)
			.thenComparing(Happening::kind)
			.thenComparing(Happening::number)
			.thenComparing(Happening::place));
		return all;
	}

	/** Six digits for each code point. */
	private static String sortable(String text) {
		return text.codePoints().mapToObj("%06x"::formatted).collect(Collectors.joining());
	}

	private Outcome outcome(Request request, Instant at) {
		Affiliate affiliate = this.rules.affiliate(request.affiliate());
		Optional<NaiveConnection> live = live(at);
		boolean liveToIt = live.isPresent() && live.get().isTo(affiliate);
		if (request.action() == RequestAction.DISCONNECT) {
			live.filter((connection) -> liveToIt).ifPresent((connection) -> connection.disconnectedAt(at));
			return liveToIt ? Outcome.DISCONNECTED : Outcome.NOTHING_TO_DISCONNECT;
		}
		boolean before = this.connections.stream().anyMatch((connection) -> connection.isTo(affiliate));
		Optional<Version> version = this.rules.versionAt(at);
		boolean paysSelf = version.isPresent() && version.get().commission().paySelfPurchases();
		boolean replaces = version.isPresent() && version.get().connect().onConflict() == OnConflict.REPLACE;
		if (this.timeline.ownAffiliate() == affiliate.number() && !paysSelf) {
			return Outcome.SELF_CONNECTION;
		}
		if (liveToIt) {
			return Outcome.DUPLICATE;
		}
		if (live.isPresent() && !replaces) {
			return Outcome.CONFLICT_EXISTING;
		}
		if (before && !request.dated()) {
			return Outcome.ALREADY_ENDED;
		}
		live.ifPresent((connection) -> connection.replacedAt(at));
		this.connections.add(new NaiveConnection(this.rules, affiliate, at, false));
		if (live.isPresent()) {
			return Outcome.REPLACED_EXISTING;
		}
		return before ? Outcome.RECONNECTED : Outcome.CONNECTED;
	}

	private Optional<NaiveConnection> live(Instant at) {
		return this.connections.stream().filter((connection) -> connection.isLiveAt(at)).findFirst();
	}

	/** Section 4.3. */
	private Answer answer(Order order) {
		Optional<Version> version = this.rules.versionAt(order.placedAt());
		if (this.timeline.buyer() != Buyer.KNOWN) {
			return Answer.none(
					order, Map
						.of(Buyer.MISSING, Reason.MISSING_EMAIL, Buyer.INVALID, Reason.INVALID_EMAIL, Buyer.SHARED,
								Reason.SHARED_ADDRESS)
						.getOrDefault(this.timeline.buyer(), Reason.CREDITED));
		}
		if (order.status() == OrderStatus.REFUNDED || isGivenBack(order)) {
			return Answer.none(order, Reason.ORDER_REFUNDED);
		}
		if (!isPaid(order)) {
			return Answer
				.none(order,
						Map.of(OrderStatus.CANCELLED, Reason.ORDER_CANCELLED, OrderStatus.FAILED, Reason.ORDER_FAILED,
								OrderStatus.PENDING, Reason.ORDER_NOT_PAID)
							.getOrDefault(order.status(), Reason.CREDITED));
		}
		return version.map((inForce) -> whoReferred(order, inForce))
			.orElseGet(() -> Answer.none(order, Reason.PROGRAM_NOT_STARTED));
	}

	private static boolean isGivenBack(Order order) {
		return order.sale().refunded() > 0 && order.sale().refunded() >= order.sale().total();
	}

	private static boolean isPaid(Order order) {
		return (order.status() == OrderStatus.PAID || order.status() == OrderStatus.PARTIALLY_REFUNDED)
				&& !isGivenBack(order);
	}

	/** Section 4.3, last paragraph: nothing earlier was paid for. */
	private boolean isNew(Order order) {
		boolean exists = this.timeline.existingSince().isPresent()
				&& !this.timeline.existingSince().get().isAfter(order.placedAt());
		return !exists && this.answers.stream().noneMatch((earlier) -> isPaid(earlier.order()));
	}

	/** Section 4.4. */
	private Answer whoReferred(Order order, Version version) {
		@Nullable Answer failed = null;
		for (AttributionTest test : version.attribution()) {
			Answer found = (test == AttributionTest.CONNECTION) ? byConnection(order, version) : byCode(order, test);
			if (found != null && found.affiliate() != null && found.reason() == Reason.CREDITED) {
				return mayItBePaid(found, found.affiliate(), version);
			}
			failed = (failed == null) ? found : failed;
		}
		return (failed != null) ? failed : Answer.none(order, Reason.NO_CONNECTION);
	}

	private @Nullable Answer byConnection(Order order, Version version) {
		if (this.connections.isEmpty()) {
			return null;
		}
		NaiveConnection last = this.connections.get(this.connections.size() - 1);
		Optional<NaiveConnection> live = live(order.placedAt());
		Reason reason;
		if (!version.connect().enabled()) {
			reason = Reason.CONNECT_DISABLED;
		}
		else if (live.isEmpty()) {
			reason = last.endBefore(order.placedAt()).orElseThrow().how().reason();
		}
		else {
			reason = active(live.get().affiliate(), order) ? Reason.CREDITED : Reason.AFFILIATE_INACTIVE;
		}
		return new Answer(order, reason, last.affiliate(), AttributionTest.CONNECTION, last, 0);
	}

	private @Nullable Answer byCode(Order order, AttributionTest test) {
		Affiliate holder = (test == AttributionTest.COUPON)
				? order.coupons()
					.stream()
					.flatMap((code) -> this.rules.holders(code, order.placedAt(), true))
					.findFirst()
					.orElse(null)
				: this.rules.holders(order.referralCode(), order.placedAt(), false).findFirst().orElse(null);
		return (holder != null) ? new Answer(order, active(holder, order) ? Reason.CREDITED : Reason.AFFILIATE_INACTIVE,
				holder, test, null, 0) : null;
	}

	private static boolean active(Affiliate affiliate, Order order) {
		return NaiveRules.rowAt(affiliate, order.placedAt())
			.filter((row) -> row.status() == AffiliateStatus.ACTIVE)
			.isPresent();
	}

	/** Section 4.5, then 4.2 and 4.6 for what is credited. */
	private Answer mayItBePaid(Answer found, Affiliate affiliate, Version version) {
		Order order = found.order();
		boolean isNew = isNew(order);
		int buyer = this.timeline.ownAffiliate();
		String group = NaiveRules.groupAt(affiliate, order.placedAt());
		if (buyer == affiliate.number()) {
			if (!version.commission().paySelfPurchases()) {
				return found.but(Reason.SELF_PURCHASE);
			}
		}
		else if (buyer != 0 && !version.commission().payAffiliateCustomers()
				&& NaiveRules.rowAt(this.rules.affiliate(buyer), order.placedAt()).isPresent()) {
			return found.but(Reason.CUSTOMER_IS_AFFILIATE);
		}
		if (!isNew && this.rules.paysOnlyNew(version, group)
				&& !version.commission().exemptAffiliates().contains(affiliate.address())) {
			return found.but(Reason.NOT_NEW_CUSTOMER);
		}
		NaiveCommission.Answer amount = new NaiveCommission(version, affiliate.address(), group).of(order.sale());
		if (amount.refusal().isPresent()) {
			return found.but(amount.refusal().get());
		}
		if (found.connection() != null) {
			found.connection().credited(order.placedAt(), version.connect().refreshOnOrder());
		}
		else if (version.connect().enabled() && version.connect().linkOnFirstOrder() && buyer != affiliate.number()
				&& live(order.placedAt()).isEmpty() && (isNew || !version.connect().onlyNewCustomers())
				&& this.connections.stream().noneMatch((connection) -> connection.isTo(affiliate))) {
			this.connections.add(new NaiveConnection(this.rules, affiliate, order.placedAt(), true));
		}
		if (this.rules.isBeforeLedger(order.placedAt())) {
			return new Answer(order, Reason.BEFORE_LEDGER, affiliate, found.test(), found.connection(), 0);
		}
		return new Answer(order, Reason.CREDITED, affiliate, found.test(), found.connection(), amount.amount());
	}

	private Answer withLaterConnections(Answer answer) {
		boolean later = this.connections.stream()
			.anyMatch((connection) -> connection.start().isAfter(answer.order().placedAt()));
		return (later && answer.reason() == Reason.NO_CONNECTION) ? answer.but(Reason.BEFORE_CONNECTION) : answer;
	}

	record Answer(Order order, Reason reason, @Nullable Affiliate affiliate, @Nullable AttributionTest test,
			@Nullable NaiveConnection connection, long commission) {

		static Answer none(Order order, Reason reason) {
			return new Answer(order, reason, null, null, null, 0);
		}

		Answer but(Reason other) {
			return new Answer(this.order, other, this.affiliate, this.test, this.connection, 0);
		}

	}

	private record Happening(Instant at, int kind, long number, String place, @Nullable Request request,
			@Nullable Order order) {

	}

}
