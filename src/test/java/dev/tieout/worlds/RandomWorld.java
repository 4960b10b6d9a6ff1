package dev.tieout.worlds;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import dev.tieout.attribution.Affiliate;
import dev.tieout.attribution.AffiliateDirectory;
import dev.tieout.attribution.Buyer;
import dev.tieout.attribution.CustomerTimeline;
import dev.tieout.attribution.Origin;
import dev.tieout.attribution.Request;
import dev.tieout.attribution.RequestAction;
import dev.tieout.attribution.TimelineReplay;
import dev.tieout.program.Program;

/**
 * A random world: a program, affiliates, and customers with requests and orders. The same
 * seed draws the same world. Instants come from a small grid, so that ties and exact
 * boundaries are frequent.
 */
public final class RandomWorld {

	private final long seed;

	private final Set<Trait> traits;

	private final Program program;

	private final List<Affiliate> affiliates;

	private final List<CustomerTimeline> timelines = new ArrayList<>();

	private long requestsDrawn;

	public RandomWorld(long seed, int customers) {
		this(seed, customers, EnumSet.noneOf(Trait.class));
	}

	public RandomWorld(long seed, int customers, Set<Trait> traits) {
		Dice dice = traits.contains(Trait.CLOCK_CHANGES) ? Dice.aroundAClockChange(seed) : new Dice(seed);
		this.seed = seed;
		this.traits = Set.copyOf(traits);
		this.program = new RandomProgram(dice, RandomAffiliates.addresses()).draw();
		this.affiliates = new RandomAffiliates(dice).draw();
		RandomOrders orders = new RandomOrders(dice, this.traits);
		for (int customer = 1; customer <= customers; customer++) {
			this.timelines.add(timeline(dice, orders, customer));
		}
		this.timelines.add(new CustomerTimeline(-1, Buyer.MISSING, 0, Optional.empty(), orders.draw(1), List.of()));
		this.timelines.add(new CustomerTimeline(-2, Buyer.INVALID, 0, Optional.empty(), orders.draw(1), List.of()));
	}

	public long seed() {
		return this.seed;
	}

	public Set<Trait> traits() {
		return this.traits;
	}

	public Program program() {
		return this.program;
	}

	/**
	 * Returns all affiliates.
	 * @return in the order of their numbers; the last has no rows, only requests name it
	 */
	public List<Affiliate> affiliates() {
		return this.affiliates;
	}

	public AffiliateDirectory directory() {
		return new AffiliateDirectory(this.affiliates);
	}

	/**
	 * Returns every customer's timeline.
	 * @return one for each customer and for each order without a usable address
	 */
	public List<CustomerTimeline> timelines() {
		return List.copyOf(this.timelines);
	}

	/**
	 * Returns a customer's address.
	 * @param timeline one of this world's
	 * @return the address, or what stands in its place
	 */
	public String addressOf(CustomerTimeline timeline) {
		return switch (timeline.buyer()) {
			case MISSING -> "";
			case INVALID -> "no address";
			case SHARED -> RandomProgram.TILL.value();
			case KNOWN ->
				(timeline.ownAffiliate() != 0) ? this.affiliates.get(timeline.ownAffiliate() - 1).address().value()
						: "customer" + timeline.customer() + "@x.example";
		};
	}

	/**
	 * Returns what every order comes to.
	 * @return by the store's code, a slash and the order's id
	 */
	public Map<String, ExpectedDecision> decisions() {
		TimelineReplay core = new TimelineReplay(this.program, directory());
		Map<String, ExpectedDecision> decisions = new TreeMap<>();
		for (CustomerTimeline timeline : this.timelines) {
			core.replay(timeline).decisions().forEach((decision) -> {
				int affiliate = decision.affiliate();
				String address = (affiliate != 0) ? this.affiliates.get(affiliate - 1).address().value() : "";
				decisions.put(decision.order().store() + "/" + decision.order().id(),
						new ExpectedDecision(decision.reason(), address, decision.commission(), decision.commission()));
			});
		}
		return decisions;
	}

	/** The first is the till, the next few are affiliates. */
	private CustomerTimeline timeline(Dice dice, RandomOrders orders, int customer) {
		int own = (customer > 1 && customer <= 1 + this.affiliates.size()) ? customer - 1 : 0;
		Optional<Instant> existing = Optional.empty();
		if (dice.oneIn(4)) {
			existing = Optional.of(dice.oneIn(2) ? Instant.MIN : dice.instant());
		}
		return new CustomerTimeline(customer, (customer == 1) ? Buyer.SHARED : Buyer.KNOWN, own, existing,
				orders.draw(9), requests(dice));
	}

	private List<Request> requests(Dice dice) {
		List<Request> requests = new ArrayList<>();
		Set<List<Object>> held = new HashSet<>();
		for (int count = dice.below(7); count > 0; count--) {
			boolean dated = !(this.traits.contains(Trait.UNDATED_REQUESTS) && dice.oneIn(3));
			Instant at = dated ? dice.instant() : dice.day().atStartOfDay(Dice.ZONE).toInstant();
			int affiliate = 1 + dice.below(this.affiliates.size());
			RequestAction action = dice.oneIn(4) ? RequestAction.DISCONNECT : RequestAction.CONNECT;
			// What is held already is repeated and no event; undated ones are equal.
			if (held.add(List.of(affiliate, action, dated ? at : Instant.MIN))) {
				requests.add(new Request(++this.requestsDrawn, affiliate, action, at, dated, Origin.IMPORT));
			}
		}
		return requests;
	}

}
