package dev.tieout.audit.file;

import java.util.Comparator;
import java.util.List;

import dev.tieout.audit.ControlTotal;
import dev.tieout.audit.RunSummary;
import dev.tieout.audit.file.HtmlTable.Column;

/** The four equations of rules.md 9 with their numbers. */
final class EquationsSection {

	private static final int PLACES = 4;

	private static final int SHOWN = 12;

	private static final List<Equation> EQUATIONS = List.of(
			new Equation(1, "Every record has one fate", "records read = accepted + unchanged + rejected",
					"records, by file"),
			new Equation(2, "Every order has one reason",
					"orders judged = orders of all reasons, in number and in total",
					"orders and order totals, by currency"),
			new Equation(3, "The ledger moved by what was posted", "entries posted = net after − net before",
					"amounts, by affiliate and currency"),
			new Equation(4, "Everything rests on a line",
					"entries, decisions and orders with a file and line = all of them",
					"entries, decisions and orders"));

	private EquationsSection() {
	}

	static void append(Html html, RunSummary summary) {
		html.markup("<section id=\"equations\"><h2>Does it close?</h2>");
		if (summary.controlTotals().isEmpty()) {
			html.markup("<p>No control totals were taken.</p></section>");
			return;
		}
		html.markup("<div class=\"equations\">");
		for (Equation equation : EQUATIONS) {
			append(html, equation, EquationNumbers.of(equation.number(), summary),
					summary.controlTotals().stream().filter((total) -> total.equation() == equation.number()).toList());
		}
		html.markup("</div></section>");
	}

	private static void append(Html html, Equation equation, String numbers, List<ControlTotal> totals) {
		long open = totals.stream().filter((total) -> !total.closes()).count();
		String verdict = totals.isEmpty() ? "not taken" : (open == 0) ? "closes" : open + " open";
		html.markup("<article class=\"" + (totals.isEmpty() ? "none" : (open == 0) ? "good" : "bad")
				+ "\"><h3><span class=\"n\">")
			.number(equation.number())
			.markup("</span> ")
			.text(equation.title())
			.markup(" <span class=\"tag\">")
			.text(verdict)
			.markup("</span></h3><p class=\"formula\">")
			.text(equation.formula())
			.markup("</p><p class=\"numbers\">")
			.text(numbers)
			.markup("</p>");
		if (!totals.isEmpty()) {
			html.markup("<details" + ((open > 0) ? " open" : "") + "><summary class=\"note\">")
				.text(Figures.plural(totals.size(), "control total", "control totals"))
				.markup("</summary>");
			table(html, equation, totals);
			if (totals.size() > SHOWN) {
				html.markup("<p class=\"note\">")
					.text("and " + Figures.number(totals.size() - SHOWN) + " more: control-totals.json has all")
					.markup("</p>");
			}
			html.markup("</details>");
		}
		html.markup("</article>");
	}

	private static void table(Html html, Equation equation, List<ControlTotal> totals) {
		HtmlTable table = new HtmlTable(html, "In " + equation.unit() + ".", Column.text("Of"), Column.num("Expected"),
				Column.num("Found"), Column.num("Difference"));
		totals.stream()
			.sorted(Comparator.comparing(ControlTotal::closes))
			.limit(SHOWN)
			.forEach((total) -> table.startRow(total.closes() ? "" : "open")
				.cell((cell) -> subject(cell, total))
				.cell(Figures.number(total.expected()))
				.cell(Figures.number(total.found()))
				.cell(Figures.number(total.difference()))
				.endRow());
		table.end();
	}

	/**
	 * What is counted in whole stands in the equation's head; only the last says it row
	 * by row.
	 */
	private static void subject(Html cell, ControlTotal total) {
		cell.given(total.subject());
		if (!total.closes() || total.equation() == PLACES) {
			cell.markup(" <span class=\"note\">").text(total.detail()).markup("</span>");
		}
	}

	private record Equation(int number, String title, String formula, String unit) {
	}

}
