package dev.tieout.audit.file;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.tieout.audit.LedgerBalance;
import dev.tieout.audit.RunReport;
import dev.tieout.audit.Total;
import dev.tieout.audit.file.HtmlTable.Column;

/** The ledger before and after the run: sums, and the balances that moved. */
final class BalancesSection {

	private static final int SHOWN = 200;

	private BalancesSection() {
	}

	static void append(Html html, RunReport report, Anchors anchors) {
		html.markup("<section id=\"balances\"><h2>The ledger after the run</h2>");
		if (report.balances().isEmpty()) {
			html.markup("<p>The ledger is empty.</p></section>");
			return;
		}
		html.markup("<p>On hold is what is payable after the day of posting; released is the rest, before any payout: ")
			.markup("payouts are not recorded here.</p>");
		List<LedgerBalance> moved = report.balances()
			.stream()
			.filter(LedgerBalance::moved)
			.sorted(Comparator.comparing((LedgerBalance balance) -> balance.after().currency().getCurrencyCode())
				.thenComparing((balance) -> balance.after().minor().negate()))
			.toList();
		table(html, report, moved, anchors);
		if (moved.size() > SHOWN) {
			html.markup("<p class=\"note\">")
				.text("and " + Figures.number(moved.size() - SHOWN) + " more that moved: the export 'balances' has all")
				.markup("</p>");
		}
		html.markup("</section>");
	}

	private static void table(Html html, RunReport report, List<LedgerBalance> moved, Anchors anchors) {
		HtmlTable table = new HtmlTable(html,
				"Balances that this run moved, the largest of each currency first, and the sums of all "
						+ Figures.number(report.balances().size()) + "; amounts in the currency named.",
				Column.text("Affiliate"), Column.text("Currency"), Column.num("Before"), Column.num("Posted"),
				Column.num("After"), Column.num("On hold"), Column.num("Released"));
		for (LedgerBalance balance : moved.stream().limit(SHOWN).toList()) {
			table.startRow((balance.after().signum() < 0) ? "open" : "")
				.cell((cell) -> Anchors.link(cell, anchors.affiliate(balance.affiliate(), balance.after()),
						() -> cell.given(balance.affiliate())));
			amounts(table, balance);
		}
		sums(report.balances()).forEach((currency, sum) -> {
			table.startRow("sum").cell("All affiliates");
			amounts(table, sum);
		});
		table.end();
	}

	private static void amounts(HtmlTable table, LedgerBalance balance) {
		table.cell(balance.after().currency().getCurrencyCode())
			.cell(balance.before().grouped())
			.cell(balance.after().minus(balance.before()).grouped())
			.cell(balance.after().grouped())
			.cell(balance.onHold().grouped())
			.cell(balance.released().grouped())
			.endRow();
	}

	static Map<String, LedgerBalance> sums(List<LedgerBalance> balances) {
		Map<String, LedgerBalance> sums = new TreeMap<>();
		for (LedgerBalance balance : balances) {
			sums.merge(balance.after().currency().getCurrencyCode(), balance, BalancesSection::plus);
		}
		return sums;
	}

	private static LedgerBalance plus(LedgerBalance one, LedgerBalance other) {
		return new LedgerBalance("", "", sum(one.before(), other.before()), sum(one.accrued(), other.accrued()),
				sum(one.adjusted(), other.adjusted()), sum(one.reversed(), other.reversed()),
				sum(one.after(), other.after()), sum(one.onHold(), other.onHold()),
				sum(one.released(), other.released()));
	}

	private static Total sum(Total one, Total other) {
		return one.plus(other);
	}

}
