package dev.tieout.audit.file;

import java.time.LocalDate;

import dev.tieout.audit.Gap;
import dev.tieout.audit.RunSummary;
import dev.tieout.audit.file.HtmlTable.Column;

/** What may be lacking in what the stores delivered. */
final class GapsSection {

	private static final int SHOWN = 200;

	private GapsSection() {
	}

	static void append(Html html, RunSummary summary) {
		if (summary.gaps().isEmpty()) {
			return;
		}
		html.markup("<section><h2>What may be missing</h2>");
		HtmlTable table = new HtmlTable(html,
				"Numbers of orders placed on a day; usual is the median of the last eight such weekdays with orders.",
				Column.text("Store"), Column.text("Day"), Column.num("Orders"), Column.num("Usual"),
				Column.text("What"));
		summary.gaps().stream().limit(SHOWN).forEach((gap) -> row(table, gap));
		table.end();
		if (summary.gaps().size() > SHOWN) {
			html.markup("<p class=\"note\">")
				.text("and " + Figures.number(summary.gaps().size() - SHOWN) + " more: control-totals.json has all")
				.markup("</p>");
		}
		html.markup("</section>");
	}

	private static void row(HtmlTable table, Gap gap) {
		boolean days = gap.day().isPresent();
		table.startRow()
			.given(gap.store())
			.cell(gap.day().map(LocalDate::toString).orElse(""))
			.cell(days ? Figures.number(gap.orders()) : "")
			.cell(gap.usualText())
			.cell(gap.kind().meaning())
			.endRow();
	}

}
