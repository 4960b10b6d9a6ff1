package dev.tieout.audit.file;

import java.util.Currency;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.tieout.attribution.Reason;
import dev.tieout.audit.RunReport;
import dev.tieout.audit.Total;
import dev.tieout.audit.TrailEntry;
import dev.tieout.audit.TrailOrder;

/**
 * The places of the page that totals lead to. A name is given only to what the page
 * shows, so no link leads nowhere.
 */
final class Anchors {

	private final Map<String, String> affiliates = new HashMap<>();

	private final Set<String> orders = new HashSet<>();

	private final Set<Long> entries = new HashSet<>();

	private final Map<String, String> files = new HashMap<>();

	Anchors(RunReport report) {
		for (TrailEntry entry : report.entries()) {
			this.affiliates.putIfAbsent(key(entry.affiliate(), entry.amount()),
					"affiliate-" + (this.affiliates.size() + 1));
			this.entries.add(entry.number());
		}
		for (TrailOrder order : report.orders()) {
			this.orders.add(name(order.reason(), order.orderTotal().currency()));
		}
		List<String> names = FilesSection.shown(report.summary().files()).stream().map((file) -> file.name()).toList();
		names.forEach((name) -> this.files.putIfAbsent(name, "file-" + (this.files.size() + 1)));
	}

	/** The orders of a reason. */
	Optional<String> orders(Reason reason, Currency currency) {
		return Optional.of(name(reason, currency)).filter(this.orders::contains);
	}

	/** The entries of an affiliate in the currency of a total. */
	Optional<String> affiliate(String address, Total total) {
		return Optional.ofNullable(this.affiliates.get(key(address, total)));
	}

	Optional<String> entry(long number) {
		return Optional.of(number).filter(this.entries::contains).map((entry) -> "entry-" + entry);
	}

	Optional<String> file(String name) {
		return Optional.ofNullable(this.files.get(name));
	}

	/** Writes something that leads to a place, or just writes it. */
	static void link(Html html, Optional<String> anchor, Runnable content) {
		anchor.ifPresent((name) -> html.markup("<a href=\"#" + name + "\">"));
		content.run();
		anchor.ifPresent((name) -> html.markup("</a>"));
	}

	private static String name(Reason reason, Currency currency) {
		return "orders-" + reason.name() + "-" + currency.getCurrencyCode();
	}

	private static String key(String address, Total total) {
		return total.currency().getCurrencyCode() + " " + address;
	}

}
