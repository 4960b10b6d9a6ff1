package dev.tieout.audit.file;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.List;
import java.util.Locale;

import dev.tieout.audit.AffiliateTotal;
import dev.tieout.audit.NegativeBalance;
import dev.tieout.audit.PostedTotal;
import dev.tieout.audit.RunSummary;
import dev.tieout.audit.Total;
import dev.tieout.audit.file.BarChart.Bar;
import dev.tieout.audit.file.BarChart.Fill;
import dev.tieout.audit.file.HtmlTable.Column;

/** What the run added to the ledger, and which balances are below zero after it. */
final class PostedSection {

	private static final int SHOWN = 200;

	private static final int CHARTED = 10;

	private PostedSection() {
	}

	static void append(Html html, RunSummary summary) {
		html.markup("<section><h2>What was posted</h2>");
		if (summary.postedByType().isEmpty()) {
			html.markup("<p>The run added nothing to the ledger.</p>");
		}
		else {
			byType(html, summary);
			summary.posted().forEach((total) -> chart(html, summary, total.currency().getCurrencyCode()));
			byAffiliate(html, summary);
		}
		negative(html, summary);
		html.markup("</section>");
	}

	private static void byType(Html html, RunSummary summary) {
		HtmlTable table = new HtmlTable(html, "Entries by type; amounts in the currency named.", Column.text("Type"),
				Column.text("Currency"), Column.num("Entries"), Column.num("Amount"));
		for (PostedTotal total : summary.postedByType()) {
			table.startRow()
				.cell((cell) -> cell.markup("<code>")
					.text(total.type().name())
					.markup("</code> <span class=\"note\">")
					.text(total.type().meaning())
					.markup("</span>"))
				.cell(total.amount().currency().getCurrencyCode())
				.cell(Figures.number(total.entries()))
				.cell(total.amount().grouped())
				.endRow();
		}
		for (Total total : summary.posted()) {
			table.startRow("sum")
				.cell("All types")
				.cell(total.currency().getCurrencyCode())
				.cell(Figures.number(entries(summary, total)))
				.cell(total.grouped())
				.endRow();
		}
		table.end();
	}

	private static long entries(RunSummary summary, Total currency) {
		return summary.postedByType()
			.stream()
			.filter((total) -> total.amount().currency().equals(currency.currency()))
			.mapToLong(PostedTotal::entries)
			.sum();
	}

	private static void chart(Html html, RunSummary summary, String currency) {
		List<AffiliateTotal> largest = summary.postedByAffiliate()
			.stream()
			.filter((total) -> total.amount().currency().getCurrencyCode().equals(currency))
			.sorted((left, right) -> right.amount().minor().abs().compareTo(left.amount().minor().abs()))
			.limit(CHARTED)
			.toList();
		if (largest.isEmpty()) {
			return;
		}
		BigInteger longest = largest.get(0).amount().minor().abs().max(BigInteger.ONE);
		List<Bar> bars = largest.stream()
			.map((total) -> new Bar(total.affiliate(), total.amount().toString(), share(total.amount(), longest),
					(total.amount().signum() < 0) ? Fill.DIAGONAL : Fill.SOLID))
			.toList();
		html.markup("<figure><figcaption>")
			.text("Largest amounts posted, by affiliate, in " + currency + "; hatched is below zero")
			.markup("</figcaption>");
		BarChart.append(html, "affiliates-" + currency.toLowerCase(Locale.ROOT), "Largest amounts by affiliate",
				"Horizontal bars, longest first, in " + currency, bars);
		html.markup("</figure>");
	}

	private static double share(Total amount, BigInteger longest) {
		return new BigDecimal(amount.minor().abs()).doubleValue() / longest.doubleValue();
	}

	private static void byAffiliate(Html html, RunSummary summary) {
		HtmlTable table = new HtmlTable(html, "By affiliate, largest first; amounts in the currency named.",
				Column.text("Affiliate"), Column.text("Currency"), Column.num("Entries"), Column.num("Accrued"),
				Column.num("Adjusted"), Column.num("Reversed"), Column.num("Posted"));
		for (AffiliateTotal total : summary.postedByAffiliate().stream().limit(SHOWN).toList()) {
			table.startRow()
				.cell((cell) -> affiliate(cell, total.affiliate(), total.name()))
				.cell(total.amount().currency().getCurrencyCode())
				.cell(Figures.number(total.entries()))
				.cell(total.accrued().grouped())
				.cell(total.adjusted().grouped())
				.cell(total.reversed().grouped())
				.cell(total.amount().grouped())
				.endRow();
		}
		table.end();
		more(html, summary.postedByAffiliate().size(), "ledger.csv has every entry");
	}

	private static void negative(Html html, RunSummary summary) {
		if (summary.negativeBalances().isEmpty()) {
			html.markup("<p class=\"note\">No balance is below zero after this run.</p>");
			return;
		}
		html.markup("<h3>Balances below zero</h3><p>More was taken back than credited. Nothing is to be paid out ")
			.markup("until later commission has made up for it.</p>");
		HtmlTable table = new HtmlTable(html, "Net of all entries up to this run; amounts in the currency named.",
				Column.text("Affiliate"), Column.text("Currency"), Column.num("Balance"));
		for (NegativeBalance balance : summary.negativeBalances().stream().limit(SHOWN).toList()) {
			table.startRow("open")
				.cell((cell) -> affiliate(cell, balance.affiliate(), balance.name()))
				.cell(balance.amount().currency().getCurrencyCode())
				.cell(balance.amount().grouped())
				.endRow();
		}
		table.end();
		more(html, summary.negativeBalances().size(), "the export 'balances' has all");
	}

	private static void affiliate(Html html, String address, String name) {
		html.given(address);
		if (!name.isEmpty()) {
			html.markup(" <span class=\"note\">").given(name).markup("</span>");
		}
	}

	private static void more(Html html, int size, String where) {
		if (size > SHOWN) {
			html.markup("<p class=\"note\">")
				.text("and " + Figures.number(size - SHOWN) + " more: " + where)
				.markup("</p>");
		}
	}

}
