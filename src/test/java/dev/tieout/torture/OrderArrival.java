package dev.tieout.torture;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SplittableRandom;

import dev.tieout.attribution.Buyer;
import dev.tieout.attribution.CustomerTimeline;
import dev.tieout.attribution.Order;

/**
 * How one order arrives: up to three dated revisions, the last of which is the world's,
 * each on a night of its own in any order; some again on another night, some wrong at
 * first, some with the address withdrawn in the end.
 */
final class OrderArrival {

	private final Order order;

	private final CustomerTimeline timeline;

	private final WorldCells world;

	private final SplittableRandom dice;

	private final List<Map<String, String>> lines;

	private final List<Delivery> deliveries = new ArrayList<>();

	OrderArrival(Order order, CustomerTimeline timeline, WorldCells world, SplittableRandom dice) {
		this.order = order;
		this.timeline = timeline;
		this.world = world;
		this.dice = dice;
		this.lines = world.lines(order);
	}

	List<Delivery> over(int nights) {
		List<Integer> free = new ArrayList<>();
		for (int night = 0; night < nights; night++) {
			free.add(night);
		}
		Collections.shuffle(free, new Random(this.dice.nextLong()));
		int revisions = Math.min(this.dice.nextInt(4) == 0 ? 3 : this.dice.nextInt(1, 3), nights);
		boolean withdrawn = revisions > 1 && this.timeline.buyer() != Buyer.MISSING && this.dice.nextInt(4) == 0;
		for (int revision = 1; revision <= revisions; revision++) {
			Map<String, String> cells = cells(revision, revisions, withdrawn);
			deliver(free, cells, true);
			if (free.size() > revisions - revision && this.dice.nextInt(5) == 0) {
				deliver(free, cells, true);
			}
		}
		if (!free.isEmpty() && this.dice.nextInt(25) == 0) {
			Map<String, String> wrong = cells(1, 2, false);
			wrong.put("total", "1.2.3");
			deliver(free, wrong, false);
		}
		return this.deliveries;
	}

	private void deliver(List<Integer> free, Map<String, String> cells, boolean usable) {
		this.deliveries.add(new Delivery(free.remove(free.size() - 1), cells, this.lines, usable));
	}

	private Map<String, String> cells(int revision, int revisions, boolean withdrawn) {
		Map<String, String> cells = new HashMap<>(this.world.order(this.timeline, this.order));
		// Without a date it is that of its night, which is after all the others.
		boolean undated = revision == revisions && this.dice.nextInt(3) == 0;
		cells.put("revised_at", undated ? "" : "2025-12-0%dT00:00:00Z".formatted(revision));
		if (revision == revisions) {
			if (withdrawn) {
				cells.put("customer_email", "");
			}
			return cells;
		}
		cells.put("status", List.of("pending", "failed", "paid", "cancelled").get(this.dice.nextInt(4)));
		cells.put("refunded", "");
		cells.put("coupon_code", this.dice.nextBoolean() ? "" : "c1");
		boolean keepsAddress = this.timeline.buyer() == Buyer.MISSING || (withdrawn && revision == revisions - 1);
		if (!keepsAddress) {
			cells.put("customer_email", List.of(cells.getOrDefault("customer_email", ""), "customer9@x.example", "")
				.get(this.dice.nextInt(3)));
		}
		return cells;
	}

	/**
	 * A revision on a night.
	 *
	 * @param night which, from 0
	 * @param cells of the order
	 * @param lines cells of its lines
	 * @param usable whether it is not to be rejected
	 */
	record Delivery(int night, Map<String, String> cells, List<Map<String, String>> lines, boolean usable) {

	}

}
