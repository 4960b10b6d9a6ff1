package dev.tieout.audit.file;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import dev.tieout.audit.AffiliateTotal;
import dev.tieout.audit.PostedTotal;
import dev.tieout.audit.RunReport;
import dev.tieout.audit.RunSummary;
import dev.tieout.audit.Total;
import dev.tieout.audit.file.BarChart.Bar;
import dev.tieout.audit.file.BarChart.Fill;
import dev.tieout.audit.file.HtmlTable.Column;

/** What the run added to the ledger. */
final class PostedSection {

	private static final int SHOWN = 200;

	private static final int CHARTED = 10;

	private static final int CURRENCIES = 4;

	private PostedSection() {
	}

	static void append(Html html, RunReport report, Anchors anchors) {
		RunSummary summary = report.summary();
		html.markup("<section id=\"posted\"><h2>What was posted</h2>");
		if (summary.postedByType().isEmpty()) {
			html.markup("<p>The run added nothing to the ledger.</p>");
		}
		else {
			byType(html, summary);
			List<String> charted = charted(summary);
			charted.forEach((currency) -> {
				DaysPart.append(html, report, currency);
				chart(html, summary, currency);
			});
			if (charted.size() < summary.posted().size()) {
				html.markup("<p class=\"note\">Charts are drawn for the ")
					.text(CURRENCIES + " currencies with the most entries; the tables have all.")
					.markup("</p>");
			}
			byAffiliate(html, summary, anchors);
		}
		html.markup("</section>");
	}

	/** The program's currency first, then those with the most entries. */
	private static List<String> charted(RunSummary summary) {
		String own = summary.header().currency();
		return summary.posted()
			.stream()
			.sorted(Comparator.comparing((Total total) -> !total.currency().getCurrencyCode().equals(own))
				.thenComparing((total) -> -entries(summary, total)))
			.map((total) -> total.currency().getCurrencyCode())
			.limit(CURRENCIES)
			.toList();
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

	private static void byAffiliate(Html html, RunSummary summary, Anchors anchors) {
		HtmlTable table = new HtmlTable(html, "By affiliate, largest first; amounts in the currency named.",
				Column.text("Affiliate"), Column.text("Currency"), Column.num("Entries"), Column.num("Accrued"),
				Column.num("Adjusted"), Column.num("Reversed"), Column.num("Posted"));
		for (AffiliateTotal total : summary.postedByAffiliate().stream().limit(SHOWN).toList()) {
			table.startRow()
				.cell((cell) -> affiliate(cell, total, anchors))
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

	private static void affiliate(Html html, AffiliateTotal total, Anchors anchors) {
		Anchors.link(html, anchors.affiliate(total.affiliate(), total.amount()), () -> html.given(total.affiliate()));
		if (!total.name().isEmpty()) {
			html.markup(" <span class=\"note\">").given(total.name()).markup("</span>");
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
