package dev.tieout.ledger;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import dev.tieout.attribution.Decision;

/**
 * Compares what decisions credit with what the ledger holds (rules.md 6): after a run an
 * order's net, per affiliate and currency, is what its decision credits, and 0 for any
 * other pair. Pure.
 */
public final class Differences {

	private final ZoneId zone;

	public Differences(ZoneId zone) {
		this.zone = zone;
	}

	/**
	 * Returns what has to be posted for an order.
	 * @param decision the order's decision
	 * @param customer the order's customer
	 * @param entries the order's entries so far, in the order of their numbers
	 * @param place the revision that the decision rests on
	 * @param asked whether the order's own new revision or a request calls for a change
	 * @return a proposal for each pair whose net differs
	 */
	public List<Proposal> of(Decision decision, long customer, List<PostedEntry> entries, Place place, boolean asked) {
		if (entries.isEmpty() && decision.commission() == 0) {
			return List.of();
		}
		Map<Pair, Net> nets = new LinkedHashMap<>();
		for (PostedEntry entry : entries) {
			nets.merge(new Pair(entry.affiliate(), entry.currency()), new Net(entry.amount(), 1, entry.number()),
					Net::plus);
		}
		Pair credited = new Pair(decision.affiliate(), decision.order().sale().currency().getCurrencyCode());
		if (decision.commission() != 0) {
			nets.putIfAbsent(credited, Net.NOTHING);
		}
		List<Proposal> proposals = new ArrayList<>();
		nets.forEach((pair, net) -> {
			long amount = (pair.equals(credited) ? decision.commission() : 0) - net.amount();
			if (amount != 0) {
				proposals.add(new Proposal(decision, customer, pair.affiliate(), pair.currency(), amount, net.amount(),
						net.entries(), net.last(), payableOn(decision), place, !entries.isEmpty() && !asked));
			}
		});
		return proposals;
	}

	private LocalDate payableOn(Decision decision) {
		LocalDate date = decision.order().placedAt().atZone(this.zone).toLocalDate();
		return date.plusDays(decision.version().map((version) -> version.commission().holdDays()).orElse(0));
	}

	private record Pair(int affiliate, String currency) {

	}

	private record Net(long amount, int entries, long last) {

		private static final Net NOTHING = new Net(0, 0, 0);

		private Net plus(Net later) {
			return new Net(this.amount + later.amount, this.entries + later.entries, later.last);
		}

	}

}
