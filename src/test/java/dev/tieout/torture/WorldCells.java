package dev.tieout.torture;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;

import dev.tieout.attribution.Affiliate;
import dev.tieout.attribution.AffiliateRow;
import dev.tieout.attribution.CustomerTimeline;
import dev.tieout.attribution.Order;
import dev.tieout.attribution.Request;
import dev.tieout.commission.SaleLine;
import dev.tieout.worlds.RandomWorld;
import dev.tieout.worlds.WorldOrders;

/** A world's lines as people write them: any case, blanks that do not count, offsets. */
final class WorldCells {

	private static final DateTimeFormatter WITH_OFFSET = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss.SSSSSS xx",
			Locale.ROOT);

	private final RandomWorld world;

	private final SplittableRandom dice;

	WorldCells(RandomWorld world, SplittableRandom dice) {
		this.world = world;
		this.dice = dice;
	}

	/** By instant, as codes change hands. */
	List<Map<String, String>> affiliates() {
		List<Map<String, String>> rows = new ArrayList<>();
		for (Affiliate affiliate : this.world.affiliates()) {
			for (AffiliateRow row : affiliate.rows()) {
				rows.add(Map.of("affiliate_email", raw(affiliate.address().value()), "name",
						"Affiliate " + affiliate.number(), "ref_code", row.referralCode().toUpperCase(Locale.ROOT),
						"coupon", row.coupon(), "group", row.group(), "status", row.status().word(), "effective_from",
						text(row.from())));
			}
		}
		return rows;
	}

	List<Map<String, String>> existing() {
		List<Map<String, String>> rows = new ArrayList<>();
		for (CustomerTimeline timeline : this.world.timelines()) {
			timeline.existingSince()
				.ifPresent((since) -> rows
					.add(Map.of("customer_email", raw(this.world.addressOf(timeline)), "customer_since", text(since))));
		}
		return rows;
	}

	Map<String, String> connection(CustomerTimeline timeline, Request request) {
		return Map.of("affiliate_email", raw(this.world.affiliates().get(request.affiliate() - 1).address().value()),
				"customer_email", raw(this.world.addressOf(timeline)), "connected_at", text(request.at()), "action",
				request.action().word());
	}

	Map<String, String> order(CustomerTimeline timeline, Order order) {
		return WorldOrders.cells(order, raw(this.world.addressOf(timeline)), text(order.placedAt()));
	}

	/**
	 * A line's net amount may be two pieces less a discount, or nothing by a large one.
	 */
	List<Map<String, String>> lines(Order order) {
		List<Map<String, String>> lines = new ArrayList<>();
		for (SaleLine line : order.sale().lines()) {
			BigDecimal discount = BigDecimal.valueOf(this.dice.nextInt(3));
			BigDecimal price = line.net().add(discount).divide(BigDecimal.valueOf(2));
			boolean tooMuch = line.net().signum() == 0 && this.dice.nextBoolean();
			lines.add(Map.of("line_sku", line.sku(), "line_name", "Thing", "line_quantity", "2", "line_price",
					price.toPlainString(), "line_discount",
					(tooMuch ? discount.add(BigDecimal.ONE) : discount).toPlainString()));
		}
		return lines;
	}

	private String raw(String address) {
		if (address.isEmpty()) {
			return address;
		}
		return switch (this.dice.nextInt(8)) {
			case 0 -> address.toUpperCase(Locale.ROOT);
			case 1 -> "\u00a0" + address + "\u2003";
			case 2 -> address.substring(0, 1) + "\u200b" + address.substring(1) + "\ufeff";
			default -> address;
		};
	}

	private String text(Instant instant) {
		if (instant.equals(Instant.MIN)) {
			return "";
		}
		ZoneId zone = this.dice.nextBoolean() ? this.world.program().zone() : ZoneId.of("Asia/Kathmandu");
		return (this.dice.nextInt(4) == 0) ? WITH_OFFSET.format(instant.atZone(zone)) : instant.toString();
	}

}
