package dev.tieout.torture;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

import dev.tieout.attribution.Affiliate;
import dev.tieout.attribution.CustomerTimeline;
import dev.tieout.attribution.Request;
import dev.tieout.cases.Night;
import dev.tieout.cases.OrderCells;
import dev.tieout.worlds.RandomWorld;

/**
 * A random world as it arrives: its dated lines spread over nights whose dates go to and
 * fro, late, repeated, or wrong at first and corrected later. What may legitimately make
 * a difference (rules.md 3 and 4) is kept apart: affiliates' rows and undated existing
 * customers come on the first night, and requests of one customer at one instant keep
 * their order.
 *
 * @param files what each night's run finds
 * @param facts the same without what it has to reject
 */
record Arrival(List<Night> files, List<Night> facts) {

	private static final LocalDate FIRST_NIGHT = LocalDate.of(2026, 1, 10);

	static Arrival of(RandomWorld world, int nights, SplittableRandom dice) {
		List<Night> files = new ArrayList<>();
		List<Night> facts = new ArrayList<>();
		WorldCells cells = new WorldCells(world, dice);
		for (int night = 0; night < nights; night++) {
			LocalDate date = (night == 0) ? FIRST_NIGHT : FIRST_NIGHT.plusDays(dice.nextInt(-5, 20));
			List<Map<String, String>> affiliates = (night == 0) ? cells.affiliates() : List.of();
			files.add(new Night(date, affiliates, new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
			facts.add(new Night(date, affiliates, new ArrayList<>(), new ArrayList<>(), new ArrayList<>()));
		}
		Arrival arrival = new Arrival(files, facts);
		arrival.existing(cells, dice);
		arrival.requests(world, cells, dice);
		for (CustomerTimeline timeline : world.timelines()) {
			timeline.orders()
				.forEach((order) -> new OrderArrival(order, timeline, cells, dice).over(nights).forEach(arrival::add));
		}
		return arrival;
	}

	private void existing(WorldCells cells, SplittableRandom dice) {
		cells.existing().forEach((row) -> {
			boolean dated = !row.getOrDefault("customer_since", "").isEmpty();
			this.files.get(dated ? dice.nextInt(this.files.size()) : 0).existing().add(row);
		});
	}

	private void add(OrderArrival.Delivery delivery) {
		OrderCells order = new OrderCells(delivery.cells(), delivery.lines());
		this.files.get(delivery.night()).orders().add(order);
		if (delivery.usable()) {
			this.facts.get(delivery.night()).orders().add(order);
		}
	}

	private void requests(RandomWorld world, WorldCells cells, SplittableRandom dice) {
		TreeMap<Double, Map<String, String>> lines = new TreeMap<>();
		for (CustomerTimeline timeline : world.timelines()) {
			Map<Instant, List<Request>> sameInstant = new HashMap<>();
			timeline.requests()
				.forEach((request) -> sameInstant
					.computeIfAbsent(instant(world.affiliates(), request), (at) -> new ArrayList<>())
					.add(request));
			sameInstant.values().forEach((requests) -> {
				List<Double> places = new ArrayList<>();
				requests.forEach((request) -> places.add(dice.nextDouble()));
				places.sort(Comparator.naturalOrder());
				for (int i = 0; i < places.size(); i++) {
					lines.put(places.get(i), cells.connection(timeline, requests.get(i)));
					if (dice.nextInt(5) == 0) {
						lines.put(dice.nextDouble(places.get(i), 1), cells.connection(timeline, requests.get(i)));
					}
				}
			});
		}
		lines.forEach((place, line) -> {
			int night = (int) (place * this.files.size());
			this.files.get(night).connections().add(line);
			this.facts.get(night).connections().add(line);
		});
	}

	/**
	 * A request that names an affiliate who only comes later is judged at that instant.
	 */
	private static Instant instant(List<Affiliate> affiliates, Request request) {
		Affiliate affiliate = affiliates.get(request.affiliate() - 1);
		Instant first = affiliate.rows()
			.stream()
			.map((row) -> row.from())
			.min(Comparator.naturalOrder())
			.orElse(Instant.MIN);
		return first.isAfter(request.at()) ? first : request.at();
	}

	/** Such as 3 nights, 411 orders in 502 deliveries. */
	String described() {
		return String.format(Locale.ROOT, "%d nights, %d deliveries of orders, %d lines of connections",
				this.files.size(), this.files.stream().mapToInt((night) -> night.orders().size()).sum(),
				this.files.stream().mapToInt((night) -> night.connections().size()).sum());
	}

}
