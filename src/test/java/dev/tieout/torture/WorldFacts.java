package dev.tieout.torture;

import java.math.BigDecimal;
import java.time.Instant;
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
import dev.tieout.commission.Sale;
import dev.tieout.money.Money;
import dev.tieout.worlds.RandomWorld;

/** A random world as facts for the second calculator. */
final class WorldFacts {

	private final Facts facts = new Facts();

	private final RandomWorld world;

	private long revisions;

	private long requests;

	private WorldFacts(RandomWorld world) {
		this.world = world;
		ProgramFacts.add(world.program(), this.facts);
		for (Affiliate affiliate : world.affiliates()) {
			affiliate.rows().forEach((row) -> affiliate(affiliate, row));
		}
		for (CustomerTimeline timeline : world.timelines()) {
			timeline.existingSince()
				.ifPresent((since) -> this.facts.add("existing_customer", "customer", world.addressOf(timeline),
						"since", text(since)));
		}
	}

	/** The world as the core is given it: the newest revision of each order. */
	static Facts of(RandomWorld world) {
		WorldFacts rows = new WorldFacts(world);
		for (CustomerTimeline timeline : world.timelines()) {
			timeline.requests().forEach((request) -> rows.request(timeline, request));
			timeline.orders().forEach((order) -> rows.order(timeline, order));
		}
		return rows.facts;
	}

	/** The world as nights of files, cell by cell. */
	static Facts of(RandomWorld world, List<Night> nights) {
		WorldFacts rows = new WorldFacts(world);
		for (Night night : nights) {
			night.connections().forEach((cells) -> rows.request(night, cells));
			night.orders().forEach((order) -> rows.order(night, order));
		}
		return rows.facts;
	}

	private void affiliate(Affiliate affiliate, AffiliateRow row) {
		this.facts.add("affiliate_row", "affiliate", affiliate.address().value(), "holds_from", text(row.from()),
				"status", row.status().word(), "group_name", row.group(), "ref_code", row.referralCode(), "coupon",
				row.coupon());
	}

	private void request(CustomerTimeline timeline, Request request) {
		this.facts.add("request", "seq", request.number(), "night",
				request.at().atZone(this.world.program().zone()).toLocalDate().toString(), "affiliate",
				this.world.affiliates().get(request.affiliate() - 1).address().value(), "customer",
				this.world.addressOf(timeline), "connected_at", request.dated() ? text(request.at()) : "", "action",
				request.action().word());
	}

	private void request(Night night, Map<String, String> cells) {
		this.facts.add("request", "seq", ++this.requests, "night", night.date().toString(), "affiliate",
				cells.getOrDefault("affiliate_email", ""), "customer", cells.getOrDefault("customer_email", ""),
				"connected_at", cells.getOrDefault("connected_at", ""), "action", cells.getOrDefault("action", ""));
	}

	private void order(CustomerTimeline timeline, Order order) {
		Sale sale = order.sale();
		this.facts.add("revision", "seq", ++this.revisions, "night", "2026-01-01", "revised_at", "", "store",
				order.store(), "order_id", order.id(), "placed_at", text(order.placedAt()), "customer",
				this.world.addressOf(timeline), "status", order.status().word(), "currency",
				sale.currency().getCurrencyCode(), "subtotal", sale.subtotal(), "shipping", sale.shipping(), "tax",
				sale.tax(), "tip", sale.tip(), "total", sale.total(), "refunded", sale.refunded(), "treatment",
				sale.taxTreatment().name().toLowerCase(Locale.ROOT), "coupons", String.join(",", order.coupons()),
				"ref_code", order.referralCode());
		sale.lines()
			.forEach((line) -> this.facts.add("order_line", "seq", this.revisions, "sku", line.sku(), "quantity", 1,
					"price", line.net().toPlainString(), "discount", 0));
	}

	private void order(Night night, OrderCells order) {
		this.facts.add("revision", "seq", ++this.revisions, "night", night.date().toString(), "revised_at",
				order.cell("revised_at"), "store", order.cell("store"), "order_id", order.cell("order_id"), "placed_at",
				order.cell("ordered_at"), "customer", order.cell("customer_email"), "status", order.cell("status"),
				"currency", order.cell("currency"), "subtotal", minor(order, "subtotal"), "shipping",
				minor(order, "shipping"), "tax", minor(order, "tax"), "tip", minor(order, "tip"), "total",
				minor(order, "total"), "refunded", minor(order, "refunded"), "treatment", "excluded", "coupons",
				order.cell("coupon_code"), "ref_code", order.cell("ref_code"));
		order.lines()
			.forEach((line) -> this.facts.add("order_line", "seq", this.revisions, "sku",
					line.getOrDefault("line_sku", ""), "quantity", line.getOrDefault("line_quantity", ""), "price",
					line.getOrDefault("line_price", ""), "discount", line.getOrDefault("line_discount", "")));
	}

	/** Yen have no minor units. */
	private static long minor(OrderCells order, String column) {
		String amount = order.cell(column);
		if (amount.isEmpty()) {
			return 0;
		}
		int digits = Money.currency(order.cell("currency")).orElseThrow().getDefaultFractionDigits();
		return new BigDecimal(amount).movePointRight(digits).longValueExact();
	}

	private static String text(Instant instant) {
		return instant.equals(Instant.MIN) ? "-infinity" : instant.toString();
	}

}
