package dev.tieout.worlds;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import dev.tieout.attribution.Affiliate;
import dev.tieout.attribution.AffiliateRow;
import dev.tieout.attribution.CustomerTimeline;
import dev.tieout.attribution.Order;
import dev.tieout.attribution.Request;
import dev.tieout.cases.Night;
import dev.tieout.cases.OrderCells;

/**
 * A random world as nights of files. Affiliates and existing customers come on the first
 * night, for what they say may depend on what came before; requests and orders are dealt
 * out over all nights and shuffled, for what they say does not.
 */
public final class WorldNights {

	private static final LocalDate FIRST_NIGHT = LocalDate.of(2026, 1, 1);

	private static final DateTimeFormatter WITH_OFFSET = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS xx",
			Locale.ROOT);

	private final RandomWorld world;

	private final Dice dice;

	private WorldNights(RandomWorld world, long shuffle) {
		this.world = world;
		this.dice = new Dice(shuffle);
	}

	/**
	 * Deals a world out over nights.
	 * @param world a world without undated requests and other tax treatments
	 * @param count how many nights
	 * @param shuffle which of many deals; each must come to the same answers
	 * @return the nights
	 */
	public static List<Night> of(RandomWorld world, int count, long shuffle) {
		if (world.traits().contains(Trait.UNDATED_REQUESTS) || world.traits().contains(Trait.ANY_TAX)) {
			throw new IllegalArgumentException("a world with " + world.traits() + " has no files");
		}
		return new WorldNights(world, shuffle).nights(count);
	}

	private List<Night> nights(int count) {
		List<Night> nights = new ArrayList<>();
		for (int night = 0; night < count; night++) {
			boolean first = night == 0;
			nights.add(new Night(FIRST_NIGHT.plusDays(night), first ? affiliates() : List.of(),
					first ? existing() : List.of(), new ArrayList<>(), new ArrayList<>()));
		}
		dealRequests(nights);
		dealOrders(nights);
		return nights;
	}

	/** By instant, as codes change hands; the first row of most has no date. */
	private List<Map<String, String>> affiliates() {
		List<Map<String, String>> rows = new ArrayList<>();
		for (Affiliate affiliate : this.world.affiliates()) {
			for (AffiliateRow row : affiliate.rows()) {
				rows.add(Map.of("affiliate_email", affiliate.address().value(), "name",
						"Affiliate " + affiliate.number(), "ref_code", row.referralCode().toUpperCase(Locale.ROOT),
						"coupon", row.coupon(), "group", row.group(), "status", row.status().word(), "effective_from",
						text(row.from())));
			}
		}
		return rows;
	}

	private List<Map<String, String>> existing() {
		List<Map<String, String>> rows = new ArrayList<>();
		for (CustomerTimeline timeline : this.world.timelines()) {
			timeline.existingSince()
				.ifPresent((since) -> rows
					.add(Map.of("customer_email", this.world.addressOf(timeline), "customer_since", text(since))));
		}
		return rows;
	}

	/**
	 * Requests of one customer keep their order: at the same instant it is the import
	 * sequence that counts.
	 */
	private void dealRequests(List<Night> nights) {
		List<Dealt> places = new ArrayList<>();
		for (CustomerTimeline timeline : this.world.timelines()) {
			List<Integer> chosen = new ArrayList<>();
			timeline.requests().forEach((request) -> chosen.add(this.dice.below(1_000_000)));
			chosen.sort(Comparator.naturalOrder());
			for (int i = 0; i < chosen.size(); i++) {
				places.add(new Dealt(chosen.get(i), timeline, timeline.requests().get(i)));
			}
		}
		places.sort(Comparator.comparing(Dealt::place));
		int perNight = places.size() / nights.size() + 1;
		for (int i = 0; i < places.size(); i++) {
			nights.get(i / perNight).connections().add(connection(places.get(i)));
		}
	}

	private Map<String, String> connection(Dealt dealt) {
		return Map.of("affiliate_email", this.world.affiliates().get(dealt.request().affiliate() - 1).address().value(),
				"customer_email", raw(this.world.addressOf(dealt.timeline())), "connected_at",
				text(dealt.request().at()), "action", dealt.request().action().word());
	}

	private void dealOrders(List<Night> nights) {
		for (CustomerTimeline timeline : this.world.timelines()) {
			for (Order order : timeline.orders()) {
				Map<String, String> cells = WorldOrders.cells(order, raw(this.world.addressOf(timeline)),
						text(order.placedAt()));
				int night = this.dice.below(nights.size());
				if (this.world.traits().contains(Trait.REVISIONS) && nights.size() > 1 && this.dice.oneIn(3)) {
					int other = (night + 1 + this.dice.below(nights.size() - 1)) % nights.size();
					nights.get(other).orders().add(new OrderCells(former(cells), WorldOrders.lines(order)));
					cells.put("revised_at", "2025-12-02T00:00:00Z");
				}
				nights.get(night).orders().add(new OrderCells(cells, WorldOrders.lines(order)));
			}
		}
		nights.forEach((night) -> this.dice.shuffle(night.orders()));
	}

	/** An earlier revision: not paid yet, or somebody else's. */
	private Map<String, String> former(Map<String, String> cells) {
		Map<String, String> former = new HashMap<>(cells);
		former.put("revised_at", "2025-12-01T00:00:00Z");
		former.put("status", this.dice.of("pending", "failed", "paid"));
		if (!former.getOrDefault("customer_email", "").isEmpty() && this.dice.oneIn(3)) {
			former.put("customer_email", "customer2@x.example");
		}
		return former;
	}

	/** An address as people write it. */
	private String raw(String address) {
		return switch (this.dice.below(6)) {
			case 0 -> address.toUpperCase(Locale.ROOT);
			case 1 -> address.isEmpty() ? address : "\u00a0" + address + " ";
			default -> address;
		};
	}

	private String text(Instant instant) {
		if (instant.equals(Instant.MIN)) {
			return "";
		}
		return this.dice.oneIn(4) ? WITH_OFFSET.format(instant.atZone(Dice.ZONE)) : instant.toString();
	}

	private record Dealt(int place, CustomerTimeline timeline, Request request) {

	}

}
