package dev.tieout.audit.file;

import java.util.List;
import java.util.Locale;

import dev.tieout.audit.DayTotal;
import dev.tieout.audit.RunReport;
import dev.tieout.audit.file.DayBuckets.Unit;
import dev.tieout.audit.file.HtmlTable.Column;

/** What was posted by the days of the orders, as a chart and as a table. */
final class DaysPart {

	private DaysPart() {
	}

	static void append(Html html, RunReport report, String currency) {
		List<DayTotal> days = report.days()
			.stream()
			.filter((day) -> day.amount().currency().getCurrencyCode().equals(currency))
			.toList();
		if (days.isEmpty()) {
			return;
		}
		Unit unit = DayBuckets.unitFor(days);
		List<DayTotal> columns = DayBuckets.of(days, unit);
		String zone = report.summary().header().zone().getId();
		String title = "Commission posted by " + unit.word() + " of the orders, in " + currency;
		html.markup("<figure><figcaption>")
			.text(title + "; " + unit.word() + "s in " + zone + "; hatched is below zero")
			.markup("</figcaption>");
		ColumnChart.append(html, "days-" + currency.toLowerCase(Locale.ROOT), title,
				"Columns from " + unit.label(columns.get(0).day()) + " to "
						+ unit.label(columns.get(columns.size() - 1).day()) + "; the table below has the same numbers.",
				columns.stream()
					.map((day) -> new ColumnChart.Bar(unit.label(day.day()), day.amount().toString(),
							day.amount().minor().doubleValue()))
					.toList());
		html.markup("<details><summary>").text("The same numbers as a table").markup("</summary>");
		table(html, columns, unit, "By " + unit.word() + " in " + zone + "; amounts in " + currency + ".");
		html.markup("</details></figure>");
	}

	private static void table(Html html, List<DayTotal> columns, Unit unit, String caption) {
		HtmlTable table = new HtmlTable(html, caption, Column.text("Orders of"), Column.num("Entries"),
				Column.num("Posted"));
		columns.stream()
			.filter((day) -> day.entries() > 0)
			.forEach((day) -> table.startRow()
				.cell(unit.label(day.day()))
				.cell(Figures.number(day.entries()))
				.cell(day.amount().grouped())
				.endRow());
		table.end();
	}

}
