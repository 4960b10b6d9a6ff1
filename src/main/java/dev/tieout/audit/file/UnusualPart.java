package dev.tieout.audit.file;

import java.util.List;
import java.util.Optional;

import dev.tieout.attribution.Reason;
import dev.tieout.audit.FormerRun;
import dev.tieout.audit.NegativeBalance;
import dev.tieout.audit.RunReport;
import dev.tieout.audit.UnusualTotal;
import dev.tieout.audit.UnusualTotal.Kind;
import dev.tieout.audit.file.HtmlTable.Column;

/** Totals to look at: far from what they used to be, or below zero. */
final class UnusualPart {

	private static final int SHOWN = 100;

	private UnusualPart() {
	}

	static void append(Html html, RunReport report, Anchors anchors) {
		unusual(html, report, anchors);
		negative(html, report.summary().negativeBalances(), anchors);
	}

	private static void unusual(Html html, RunReport report, Anchors anchors) {
		html.markup("<h3 id=\"unusual\">Unusual totals</h3>");
		if (report.unusual().isEmpty()) {
			html.markup("<p class=\"note\">").text(nothing(report.former())).markup("</p>");
			return;
		}
		int runs = report.unusual().get(0).runs();
		html.markup("<p>")
			.text("These differ by more than 50 % and 100 units of their currency from the median of the last " + runs
					+ " runs of this job. Look at the orders behind them; if the shop confirms them, there is nothing to do.")
			.markup("</p>");
		HtmlTable table = new HtmlTable(html,
				"Order totals by reason and amounts posted by affiliate, in the currency named.", Column.text("Of"),
				Column.text("Currency"), Column.num("This run"), Column.num("Median"), Column.num("Difference"));
		for (UnusualTotal total : report.unusual().stream().limit(SHOWN).toList()) {
			table.startRow()
				.cell((cell) -> subject(cell, total, anchors))
				.cell(total.now().currency().getCurrencyCode())
				.cell(total.now().grouped())
				.cell(total.median().grouped())
				.cell(Figures.signed(total.now().minus(total.median())))
				.endRow();
		}
		table.end();
		more(html, report.unusual().size(), "control-totals.json has all");
	}

	private static String nothing(List<FormerRun> former) {
		return (former.size() < 3)
				? "Totals are compared once three runs of this job have posted before; so far "
						+ Figures.plural(former.size(), "has.", "have.")
				: "No total differs by more than 50 % and 100 units from the median of the last "
						+ Figures.plural(former.size(), "run.", "runs.");
	}

	private static void subject(Html html, UnusualTotal total, Anchors anchors) {
		if (total.kind() == Kind.AFFILIATE) {
			Anchors.link(html, anchors.affiliate(total.subject(), total.now()), () -> html.given(total.subject()));
			html.markup(" <span class=\"note\">posted</span>");
			return;
		}
		Optional<String> orders = anchors.orders(Reason.valueOf(total.subject()), total.now().currency());
		Anchors.link(html, orders, () -> html.markup("<code>").text(total.subject()).markup("</code>"));
		html.markup(" <span class=\"note\">order totals</span>");
	}

	private static void negative(Html html, List<NegativeBalance> balances, Anchors anchors) {
		html.markup("<h3 id=\"negative\">Balances below zero</h3>");
		if (balances.isEmpty()) {
			html.markup("<p class=\"note\">No balance is below zero after this run.</p>");
			return;
		}
		html.markup("<p>More was taken back than credited. Nothing is to be paid out until later commission has made ")
			.markup("up for it.</p>");
		HtmlTable table = new HtmlTable(html, "Net of all entries up to this run; amounts in the currency named.",
				Column.text("Affiliate"), Column.text("Currency"), Column.num("Balance"));
		for (NegativeBalance balance : balances.stream().limit(SHOWN).toList()) {
			table.startRow("open").cell((cell) -> {
				Anchors.link(cell, anchors.affiliate(balance.affiliate(), balance.amount()),
						() -> cell.given(balance.affiliate()));
				if (!balance.name().isEmpty()) {
					cell.markup(" <span class=\"note\">").given(balance.name()).markup("</span>");
				}
			}).cell(balance.amount().currency().getCurrencyCode()).cell(balance.amount().grouped()).endRow();
		}
		table.end();
		more(html, balances.size(), "control-totals.json has all");
	}

	private static void more(Html html, int size, String where) {
		if (size > SHOWN) {
			html.markup("<p class=\"note\">")
				.text("and " + Figures.number(size - SHOWN) + " more: " + where)
				.markup("</p>");
		}
	}

}
