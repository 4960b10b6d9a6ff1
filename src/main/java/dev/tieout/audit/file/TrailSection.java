package dev.tieout.audit.file;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import dev.tieout.audit.Place;
import dev.tieout.audit.RunReport;
import dev.tieout.audit.TrailEntry;
import dev.tieout.audit.TrailOrder;
import dev.tieout.audit.file.HtmlTable.Column;

/** From totals down to orders, entries and lines of files. */
final class TrailSection {

	/** Room for the rest is kept within the page's 5 MB; letters take up to 3 bytes. */
	private static final int LARGEST_PAGE = 1_500_000;

	private TrailSection() {
	}

	static void append(Html html, RunReport report, Anchors anchors) {
		html.markup("<section id=\"trail\"><h2>Down to the line</h2>");
		if (report.orders().isEmpty() && report.entries().isEmpty()) {
			html.markup("<p>There is nothing below the totals: no order was judged, nothing was posted.</p></section>");
			return;
		}
		html.markup("<p>")
			.text("The largest orders of each reason and the largest entries of each affiliate. decisions.csv and "
					+ "ledger.csv of this run, or the exports of these names, have all; the command 'explain' with a "
					+ "store's code, a slash and an order's id tells the whole story of one.")
			.markup("</p>");
		orders(html, report, anchors);
		entries(html, report, anchors);
		html.markup("</section>");
	}

	private static void orders(Html html, RunReport report, Anchors anchors) {
		Map<String, List<TrailOrder>> groups = report.orders()
			.stream()
			.collect(Collectors.groupingBy(
					(order) -> anchors.orders(order.reason(), order.orderTotal().currency()).orElseThrow(),
					LinkedHashMap::new, Collectors.toList()));
		String zone = report.summary().header().zone().getId();
		groups.forEach((anchor, orders) -> {
			TrailOrder first = orders.get(0);
			String currency = first.orderTotal().currency().getCurrencyCode();
			html.markup("<details id=\"" + anchor + "\"><summary><code>")
				.text(first.reason().name())
				.markup("</code> <span class=\"note\">")
				.text("in " + currency + ", " + first.reason().meaning())
				.markup("</span></summary>");
			HtmlTable table = new HtmlTable(html,
					"At most " + RunReport.ORDERS + " orders, the largest first; amounts in " + currency + ", times in "
							+ zone + ".",
					Column.text("Order"), Column.text("Placed"), Column.text("Customer"), Column.text("Affiliate"),
					Column.num("Order total"), Column.num("Commission"), Column.text("File and line"));
			orders.stream().takeWhile((order) -> html.length() < LARGEST_PAGE).forEach((order) -> {
				table.startRow()
					.given(order.store() + "/" + order.orderId())
					.cell(Figures.shortTime(order.orderedAt(), report.summary().header().zone()))
					.given(order.customer())
					.given(order.affiliate())
					.cell(order.orderTotal().grouped())
					.cell(order.commission().grouped())
					.cell((cell) -> place(cell, order.place(), anchors))
					.endRow();
			});
			table.end();
			html.markup("</details>");
		});
	}

	private static void entries(Html html, RunReport report, Anchors anchors) {
		Map<String, List<TrailEntry>> groups = report.entries()
			.stream()
			.collect(
					Collectors.groupingBy((entry) -> anchors.affiliate(entry.affiliate(), entry.amount()).orElseThrow(),
							LinkedHashMap::new, Collectors.toList()));
		groups.forEach((anchor, entries) -> {
			TrailEntry first = entries.get(0);
			String currency = first.amount().currency().getCurrencyCode();
			html.markup("<details id=\"" + anchor + "\"><summary>")
				.given(first.affiliate())
				.markup(" <span class=\"note\">")
				.text("entries in " + currency)
				.markup("</span></summary>");
			HtmlTable table = new HtmlTable(html,
					"At most " + RunReport.ENTRIES + " entries of this run, the largest first; amounts in " + currency
							+ ", dates in " + report.summary().header().zone() + ".",
					Column.text("Entry"), Column.text("Order"), Column.text("Placed"), Column.text("Reason"),
					Column.num("Amount"), Column.text("Period"), Column.text("Payable on"),
					Column.text("File and line"));
			entries.stream()
				.takeWhile((entry) -> html.length() < LARGEST_PAGE)
				.forEach((entry) -> row(table, report, entry, anchors));
			table.end();
			html.markup("</details>");
		});
	}

	private static void row(HtmlTable table, RunReport report, TrailEntry entry, Anchors anchors) {
		table.startRow().cell((cell) -> {
			cell.markup("<span id=\"entry-" + entry.number() + "\">" + entry.number() + "</span> <span class=\"note\">")
				.text(entry.type().name());
			entry.corrects().ifPresent((number) -> {
				cell.markup(" of ");
				Anchors.link(cell, anchors.entry(number), () -> cell.markup(Long.toString(number)));
			});
			cell.markup("</span>");
		})
			.given(entry.store().isEmpty() ? entry.orderId() : entry.store() + "/" + entry.orderId())
			.cell(Figures.shortTime(entry.orderedAt(), report.summary().header().zone()))
			.cell((cell) -> Anchors.link(cell, anchors.orders(entry.reason(), entry.amount().currency()),
					() -> cell.markup("<code>").text(entry.reason().name()).markup("</code>")))
			.cell(entry.amount().grouped())
			.cell(entry.period().toString())
			.cell(entry.payableOn().toString())
			.cell((cell) -> place(cell, entry.place(), anchors))
			.endRow();
	}

	private static void place(Html html, Place place, Anchors anchors) {
		Anchors.link(html, anchors.file(place.file()), () -> html.given(place.file()));
		place.line().ifPresent((line) -> html.markup(":" + line));
	}

}
