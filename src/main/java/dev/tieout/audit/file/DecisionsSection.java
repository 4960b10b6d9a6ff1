package dev.tieout.audit.file;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import dev.tieout.attribution.Reason;
import dev.tieout.audit.DecisionTotal;
import dev.tieout.audit.RunSummary;
import dev.tieout.audit.Total;
import dev.tieout.audit.file.BarChart.Bar;
import dev.tieout.audit.file.HtmlTable.Column;

/** What became of the orders, by reason. */
final class DecisionsSection {

	private DecisionsSection() {
	}

	static void append(Html html, RunSummary summary, Anchors anchors) {
		html.markup("<section id=\"decisions\"><h2>What became of the orders</h2>");
		if (summary.decisions().isEmpty()) {
			html.markup("<p>No order was judged: no customer was due.</p></section>");
			return;
		}
		chart(html, summary);
		table(html, summary, anchors);
		html.markup("</section>");
	}

	private static void chart(Html html, RunSummary summary) {
		Map<Reason, Long> counts = new EnumMap<>(Reason.class);
		summary.decisions().forEach((total) -> counts.merge(total.reason(), total.orders(), Long::sum));
		long largest = counts.values().stream().mapToLong(Long::longValue).max().orElse(1);
		long all = summary.ordersJudged();
		List<Bar> bars = counts.entrySet()
			.stream()
			.sorted((left, right) -> Long.compare(right.getValue(), left.getValue()))
			.map((entry) -> new Bar(entry.getKey().name(),
					Figures.plural(entry.getValue(), "order", "orders") + ", " + Figures.share(entry.getValue(), all),
					(double) entry.getValue() / largest, ReasonClass.of(entry.getKey()).fill()))
			.toList();
		html.markup("<figure><figcaption>Orders by reason, in number of orders and share of those judged</figcaption>");
		BarChart.append(html, "reasons", "Orders by reason", "Horizontal bars, longest first: "
				+ bars.stream().map((bar) -> bar.label() + " " + bar.value()).toList(), bars);
		legend(html, counts);
		html.markup("</figure>");
	}

	private static void legend(Html html, Map<Reason, Long> counts) {
		html.markup("<ul class=\"legend\">");
		Arrays.stream(ReasonClass.values())
			.filter((kind) -> counts.keySet().stream().anyMatch((reason) -> ReasonClass.of(reason) == kind))
			.forEach((kind) -> html.markup("<li>" + BarChart.swatch(kind.fill())).text(kind.words()).markup("</li>"));
		html.markup("</ul>");
	}

	private static void table(Html html, RunSummary summary, Anchors anchors) {
		HtmlTable table = new HtmlTable(html,
				"By reason and currency; amounts in the currency named. Of BEFORE_LEDGER nothing is posted.",
				Column.text("Reason"), Column.text("Currency"), Column.num("Orders"), Column.num("Order totals"),
				Column.num("Base"), Column.num("Commission"));
		for (DecisionTotal total : summary.decisions()) {
			boolean calculated = total.reason().compareTo(Reason.RATE_CURRENCY_MISMATCH) >= 0;
			table.startRow().cell((cell) -> {
				Anchors.link(cell, anchors.orders(total.reason(), total.orderTotal().currency()),
						() -> cell.markup("<code>").text(total.reason().name()).markup("</code>"));
				cell.markup(" <span class=\"note\">").text(total.reason().meaning()).markup("</span>");
			})
				.cell(total.orderTotal().currency().getCurrencyCode())
				.cell(Figures.number(total.orders()))
				.cell(total.orderTotal().grouped())
				.cell(calculated ? total.base().grouped() : "")
				.cell(calculated ? total.commission().grouped() : "")
				.endRow();
		}
		for (Total total : summary.orderTotals()) {
			sum(table, summary, total);
		}
		table.end();
	}

	private static void sum(HtmlTable table, RunSummary summary, Total orderTotal) {
		List<DecisionTotal> totals = summary.decisions()
			.stream()
			.filter((total) -> total.orderTotal().currency().equals(orderTotal.currency()))
			.toList();
		Total none = Total.of(0, orderTotal.currency());
		table.startRow("sum")
			.cell("All reasons")
			.cell(orderTotal.currency().getCurrencyCode())
			.cell(Figures.number(totals.stream().mapToLong(DecisionTotal::orders).sum()))
			.cell(orderTotal.grouped())
			.cell(totals.stream().map(DecisionTotal::base).reduce(none, Total::plus).grouped())
			.cell(totals.stream().map(DecisionTotal::commission).reduce(none, Total::plus).grouped())
			.endRow();
	}

}
