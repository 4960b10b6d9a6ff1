package dev.tieout.audit.file;

import dev.tieout.audit.RunReport;
import dev.tieout.audit.Walk;
import dev.tieout.audit.file.HtmlTable.Column;

/** The walk from gross to net, a table a currency. */
final class WalkSection {

	/** The others stand in {@code control-totals.json}. */
	private static final int SHOWN = 12;

	private WalkSection() {
	}

	static void append(Html html, RunReport report, Anchors anchors) {
		html.markup("<section id=\"walk\"><h2>From gross to net</h2>");
		if (report.walks().isEmpty()) {
			html.markup("<p>No order was judged and nothing was posted.</p></section>");
			return;
		}
		html.markup("<p>Each sum is the one before it less what stands between them, to the last unit. Amounts of ")
			.markup("different currencies are never added up.</p>");
		report.walks().stream().limit(SHOWN).forEach((walk) -> append(html, walk, anchors));
		if (report.walks().size() > SHOWN) {
			html.markup("<p class=\"note\">")
				.text("and " + Figures.plural(report.walks().size() - SHOWN, "currency", "currencies")
						+ " more: control-totals.json has all")
				.markup("</p>");
		}
		html.markup("</section>");
	}

	private static void append(Html html, Walk walk, Anchors anchors) {
		String currency = walk.currency().getCurrencyCode();
		HtmlTable table = new HtmlTable(html, "walk",
				"Orders judged by this run, in number; amounts in " + currency + ". "
						+ (walk.closes() ? "It adds up." : "It does not add up."),
				Column.text("In " + currency), Column.num("Orders"), Column.num("Amount"));
		for (Walk.Step step : walk.steps()) {
			table.startRow(step.isSum() ? "sum" : "")
				.cell((cell) -> label(cell, step, anchors))
				.cell(orders(step))
				.cell(step.isSum() ? step.amount().grouped() : Figures.signed(step.amount()))
				.endRow();
		}
		table.end();
	}

	private static void label(Html html, Walk.Step step, Anchors anchors) {
		step.reason()
			.ifPresentOrElse(
					(reason) -> Anchors.link(html, anchors.orders(reason, step.amount().currency()),
							() -> html.markup("<code>").text(reason.name()).markup("</code>")),
					() -> html.text(step.label()));
		step.reason()
			.ifPresent((reason) -> html.markup(" <span class=\"note\">").text(reason.meaning()).markup("</span>"));
	}

	private static String orders(Walk.Step step) {
		if (step.orders().isEmpty()) {
			return "";
		}
		long orders = step.orders().getAsLong();
		return step.isSum() ? Figures.number(orders) : Figures.signed(orders);
	}

}
