package dev.tieout.job;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import dev.tieout.attribution.Connection;
import dev.tieout.attribution.Decision;
import dev.tieout.attribution.Replay;
import dev.tieout.attribution.RequestOutcome;
import dev.tieout.attribution.TimelineReplay;
import dev.tieout.connections.StandingOutcome;
import dev.tieout.ledger.Differences;
import dev.tieout.ledger.FormerDecision;
import dev.tieout.ledger.Place;
import dev.tieout.ledger.PostedEntry;
import dev.tieout.ledger.Proposal;
import dev.tieout.ledger.StandingDecision;
import dev.tieout.orders.StandingOrder;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.infrastructure.item.ItemProcessor;

/**
 * Replays a customer and compares the answer with what stands. Keeps nothing between
 * customers.
 */
final class CustomerJudge implements ItemProcessor<CustomerCase, Judgement> {

	private final CaseContext context;

	private final TimelineReplay replay;

	private final Differences differences;

	CustomerJudge(CaseContext context) {
		this.context = context;
		this.replay = new TimelineReplay(context.run().rules(), context.directory());
		this.differences = new Differences(context.run().rules().zone());
	}

	@Override
	public Judgement process(CustomerCase item) {
		Replay answer = this.replay.replay(item.timeline());
		boolean sameConnections = Set.copyOf(answer.connections()).equals(Set.copyOf(item.connections()));
		List<Connection> connections = sameConnections ? List.of() : answer.connections();
		List<Judgement.Decided> decided = new ArrayList<>(item.orders().size());
		List<Proposal> proposals = new ArrayList<>();
		decide(item, answer.decisions(), decided, proposals);
		return new Judgement(item.timeline().customer(), item.address(), decided,
				changedOutcomes(answer.outcomes(), item.outcomes()), connections,
				!sameConnections && !item.connections().isEmpty(), proposals, staysDue(decided, proposals));
	}

	private void decide(CustomerCase item, List<Decision> decisions, List<Judgement.Decided> decided,
			List<Proposal> proposals) {
		long customer = item.timeline().customer();
		ByOrder<StandingOrder> orders = new ByOrder<>(item.orders(), (order) -> order.order().number());
		ByOrder<FormerDecision> formerOnes = new ByOrder<>(item.decisions(), (former) -> former.decision().order());
		ByOrder<PostedEntry> entries = new ByOrder<>(item.entries(), PostedEntry::order);
		for (Decision decision : decisions) {
			long number = decision.order().number();
			StandingOrder order = orders.one(number)
				.orElseThrow(() -> new IllegalStateException(
						"the replay decided an order that was not asked for: " + number));
			Place place = new Place(order.file(), order.line());
			FormerDecision former = formerOnes.one(number).orElse(null);
			decided.add(decided(order, decision, customer, place, former));
			boolean asked = item.hasNewRequest() || former == null || !former.decision().place().equals(place);
			proposals.addAll(this.differences.of(decision, customer, entries.all(number), place, asked));
		}
	}

	private boolean staysDue(List<Judgement.Decided> decided, List<Proposal> proposals) {
		PinnedRun run = this.context.run();
		return run.isNarrow() && (proposals.stream()
			.anyMatch((proposal) -> !run.isAbout(proposal.decision().order().placedAt()))
				|| decided.stream().anyMatch((one) -> one.changed() && !run.isAbout(one.order().order().placedAt())));
	}

	private Judgement.Decided decided(StandingOrder order, Decision decision, long customer, Place place,
			@Nullable FormerDecision former) {
		if (former != null && former.decision()
			.equals(StandingDecision.of(decision, customer, place, this.context.rulesText(decision.version())))) {
			return new Judgement.Decided(order, decision, former.rules(), former.run(), false);
		}
		return new Judgement.Decided(order, decision, this.context.rulesNumber(decision.version()),
				this.context.run().number(), true);
	}

	private static List<RequestOutcome> changedOutcomes(List<RequestOutcome> outcomes, List<StandingOutcome> former) {
		if (former.isEmpty()) {
			return outcomes;
		}
		Set<StandingOutcome> standing = new HashSet<>(former);
		return outcomes.stream().filter((outcome) -> !standing.contains(StandingOutcome.of(outcome))).toList();
	}

}
