package dev.tieout.job;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.tieout.attribution.AffiliateDirectory;
import dev.tieout.attribution.Connection;
import dev.tieout.attribution.Decision;
import dev.tieout.attribution.Order;
import dev.tieout.attribution.Outcome;
import dev.tieout.attribution.Replay;
import dev.tieout.attribution.Request;
import dev.tieout.attribution.RequestOutcome;
import dev.tieout.audit.EntryType;
import dev.tieout.audit.RequestEffect;
import dev.tieout.audit.Total;
import dev.tieout.ledger.Differences;
import dev.tieout.ledger.Place;
import dev.tieout.ledger.PostedEntry;
import dev.tieout.ledger.Proposal;
import dev.tieout.orders.StandingOrder;

/** Compares a customer's replay without a request with the one with it. Pure. */
final class Effects {

	private final CustomerCase known;

	private final AffiliateDirectory directory;

	private final ZoneId zone;

	private final Optional<YearMonth> firstOpenMonth;

	private final Differences differences;

	Effects(CustomerCase known, AffiliateDirectory directory, ZoneId zone, Optional<YearMonth> firstOpenMonth) {
		this.known = known;
		this.directory = directory;
		this.zone = zone;
		this.firstOpenMonth = firstOpenMonth;
		this.differences = new Differences(zone);
	}

	RequestEffect of(Request request, Replay before, Replay after, boolean due) {
		Map<Long, Decision> former = new HashMap<>();
		before.decisions().forEach((decision) -> former.put(decision.order().number(), decision));
		List<RequestEffect.OrderChange> orders = new ArrayList<>();
		List<RequestEffect.NewEntry> entries = new ArrayList<>();
		boolean othersDue = due;
		for (Decision decision : after.decisions()) {
			Decision without = former.getOrDefault(decision.order().number(), decision);
			othersDue |= !proposals(without, entriesOf(decision.order())).isEmpty();
			if (!without.equals(decision)) {
				orders.add(new RequestEffect.OrderChange(name(decision.order()), decision.order().placedAt(),
						verdict(without), verdict(decision)));
				entries.addAll(entries(without, decision));
			}
		}
		Optional<RequestOutcome> own = after.outcomes()
			.stream()
			.filter((outcome) -> outcome.request().number() == request.number())
			.findFirst();
		return new RequestEffect(request.action(), request.at(), this.zone,
				own.map(RequestOutcome::outcome).orElse(Outcome.REPEATED),
				own.filter((outcome) -> outcome.otherAffiliate() != 0)
					.map((outcome) -> address(outcome.otherAffiliate())),
				orders, entries, connections(before.connections(), after.connections()),
				outcomes(before.outcomes(), after.outcomes()), othersDue);
	}

	/**
	 * What is left to post for the request when all that is due without it is posted.
	 */
	private List<RequestEffect.NewEntry> entries(Decision before, Decision after) {
		List<PostedEntry> posted = new ArrayList<>(entriesOf(before.order()));
		proposals(before, posted).forEach((proposal) -> posted.add(new PostedEntry(Long.MAX_VALUE,
				before.order().number(), proposal.affiliate(), proposal.currency(), proposal.amount())));
		return proposals(after, posted).stream().map(this::entry).toList();
	}

	private List<Proposal> proposals(Decision decision, List<PostedEntry> posted) {
		Place place = this.known.orders()
			.stream()
			.filter((order) -> order.order().number() == decision.order().number())
			.findFirst()
			.map((StandingOrder order) -> new Place(order.file(), order.line()))
			.orElseThrow();
		return this.differences.of(decision, this.known.timeline().customer(), posted, place, true);
	}

	private List<PostedEntry> entriesOf(Order order) {
		return this.known.entries().stream().filter((entry) -> entry.order() == order.number()).toList();
	}

	private RequestEffect.NewEntry entry(Proposal proposal) {
		Order order = proposal.decision().order();
		YearMonth month = YearMonth.from(order.placedAt().atZone(this.zone));
		EntryType changed = (proposal.netBefore() + proposal.amount() == 0) ? EntryType.REVERSAL : EntryType.ADJUSTMENT;
		return new RequestEffect.NewEntry((proposal.entriesBefore() == 0) ? EntryType.ACCRUAL : changed, name(order),
				address(proposal.affiliate()), Total.of(proposal.amount(), Currency.getInstance(proposal.currency())),
				this.firstOpenMonth.filter((open) -> open.isAfter(month)).orElse(month), proposal.payableOn());
	}

	private RequestEffect.OrderChange.Verdict verdict(Decision decision) {
		return new RequestEffect.OrderChange.Verdict(decision.reason(),
				(decision.affiliate() != 0) ? Optional.of(address(decision.affiliate())) : Optional.empty(),
				Total.of(decision.commission(), decision.order().sale().currency()));
	}

	private List<RequestEffect.ConnectionChange> connections(List<Connection> before, List<Connection> after) {
		record Key(int affiliate, Instant startedAt, long source) {

			static Key of(Connection connection) {
				return new Key(connection.affiliate(), connection.startedAt(), connection.source());
			}

		}
		Map<Key, List<Optional<Connection>>> pairs = new LinkedHashMap<>();
		before
			.forEach((connection) -> pairs.put(Key.of(connection), List.of(Optional.of(connection), Optional.empty())));
		after
			.forEach((connection) -> pairs.merge(Key.of(connection), List.of(Optional.empty(), Optional.of(connection)),
					(former, latter) -> List.of(former.get(0), latter.get(1))));
		List<RequestEffect.ConnectionChange> changes = new ArrayList<>();
		pairs.forEach((key, pair) -> {
			if (!pair.get(0).equals(pair.get(1))) {
				changes.add(new RequestEffect.ConnectionChange(address(key.affiliate()), key.startedAt(),
						pair.get(0).map(Effects::life), pair.get(1).map(Effects::life)));
			}
		});
		return changes;
	}

	private static RequestEffect.ConnectionChange.Life life(Connection connection) {
		return new RequestEffect.ConnectionChange.Life(connection.endedAt(), connection.ending(),
				connection.ordersCredited());
	}

	private List<RequestEffect.OutcomeChange> outcomes(List<RequestOutcome> before, List<RequestOutcome> after) {
		Map<Long, Outcome> former = new HashMap<>();
		before.forEach((outcome) -> former.put(outcome.request().number(), outcome.outcome()));
		List<RequestEffect.OutcomeChange> changes = new ArrayList<>();
		for (RequestOutcome outcome : after) {
			Outcome without = former.get(outcome.request().number());
			if (without != null && without != outcome.outcome()) {
				changes.add(new RequestEffect.OutcomeChange(outcome.request().action(),
						address(outcome.request().affiliate()), outcome.request().at(), without, outcome.outcome()));
			}
		}
		return changes;
	}

	private String address(int affiliate) {
		return this.directory.find(affiliate).map((found) -> found.address().value()).orElse("");
	}

	private static String name(Order order) {
		return order.store() + "/" + order.id();
	}

}
