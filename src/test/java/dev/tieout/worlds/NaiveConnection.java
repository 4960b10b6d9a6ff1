package dev.tieout.worlds;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeSet;

import dev.tieout.attribution.Affiliate;
import dev.tieout.attribution.Ending;

/**
 * A connection of the naive calculator. Its end is looked for among all instants at which
 * anything could end it, each judged by what happened up to it.
 */
final class NaiveConnection {

	private final NaiveRules rules;

	private final Affiliate affiliate;

	private final Instant start;

	private final boolean automatic;

	private final List<Credit> credits = new ArrayList<>();

	/** A disconnect or a replacement. */
	private Optional<End> ended = Optional.empty();

	NaiveConnection(NaiveRules rules, Affiliate affiliate, Instant start, boolean automatic) {
		this.rules = rules;
		this.affiliate = affiliate;
		this.start = start;
		this.automatic = automatic;
	}

	Affiliate affiliate() {
		return this.affiliate;
	}

	boolean isTo(Affiliate other) {
		return this.affiliate.number() == other.number();
	}

	Instant start() {
		return this.start;
	}

	boolean isAutomatic() {
		return this.automatic;
	}

	int creditedOrders() {
		return this.credits.size();
	}

	void credited(Instant at, boolean refresh) {
		this.credits.add(new Credit(at, refresh));
	}

	void disconnectedAt(Instant at) {
		this.ended = Optional.of(new End(at, Ending.DISCONNECTED));
	}

	void replacedAt(Instant at) {
		this.ended = Optional.of(new End(at, Ending.REPLACED));
	}

	boolean isLiveAt(Instant instant) {
		return endBefore(instant).isEmpty();
	}

	/** How it ended at or before an instant, as far as is known by now. */
	Optional<End> endBefore(Instant instant) {
		for (Instant candidate : candidates(instant)) {
			Optional<Ending> how = endingAt(candidate);
			if (how.isPresent()) {
				return Optional.of(new End(candidate, how.get()));
			}
		}
		return Optional.empty();
	}

	private NavigableSet<Instant> candidates(Instant until) {
		TreeSet<Instant> candidates = new TreeSet<>(this.rules.changes(this.affiliate));
		List<Instant> anchors = new ArrayList<>(List.of(this.start));
		this.credits.forEach((credit) -> anchors.add(credit.at()));
		candidates.addAll(anchors);
		for (Instant change : this.rules.changes(this.affiliate)) {
			for (Instant anchor : anchors) {
				this.rules.days(this.affiliate, change)
					.ifPresent((days) -> candidates.add(this.rules.plusDays(anchor, days)));
			}
		}
		this.ended.ifPresent((end) -> candidates.add(end.at()));
		candidates.removeIf((candidate) -> candidate.isBefore(this.start) || candidate.isAfter(until));
		return candidates;
	}

	/** Limits first, then requests, then the orders of that instant. */
	private Optional<Ending> endingAt(Instant instant) {
		OptionalInt days = this.rules.days(this.affiliate, instant);
		if (days.isPresent() && !this.rules.plusDays(anchorBefore(instant), days.getAsInt()).isAfter(instant)) {
			return Optional.of(Ending.EXPIRED);
		}
		OptionalInt orders = this.rules.orders(this.affiliate, instant);
		if (isReached(orders, this.credits.stream().filter((credit) -> credit.at().isBefore(instant)).count())) {
			return Optional.of(Ending.LIMIT_REACHED);
		}
		if (this.ended.isPresent() && this.ended.get().at().equals(instant)) {
			return this.ended.map(End::how);
		}
		boolean byOrder = isReached(orders,
				this.credits.stream().filter((credit) -> !credit.at().isAfter(instant)).count());
		return byOrder ? Optional.of(Ending.LIMIT_REACHED) : Optional.empty();
	}

	private static boolean isReached(OptionalInt limit, long count) {
		return limit.isPresent() && count >= limit.getAsInt();
	}

	private Instant anchorBefore(Instant instant) {
		return this.credits.stream()
			.filter((credit) -> credit.refresh() && credit.at().isBefore(instant))
			.map(Credit::at)
			.max(Instant::compareTo)
			.orElse(this.start);
	}

	/** An end. */
	record End(Instant at, Ending how) {

	}

	private record Credit(Instant at, boolean refresh) {

	}

}
