package dev.tieout.audit.file;

import java.util.Comparator;
import java.util.List;

import dev.tieout.audit.Advice;
import dev.tieout.audit.ExceptionGroup;
import dev.tieout.audit.ExceptionLine;
import dev.tieout.audit.RunReport;
import dev.tieout.audit.RunSummary;
import dev.tieout.audit.file.HtmlTable.Column;

/** What a person should look at, with file and line and what to do. */
final class ExceptionsSection {

	/** A group with more lines than this starts folded. */
	private static final int UNFOLDED = 12;

	/**
	 * Room for what follows is kept within the page's 5 MB; letters take up to 3 bytes.
	 */
	private static final int LARGEST_PAGE = 1_000_000;

	private ExceptionsSection() {
	}

	static void append(Html html, RunReport report, Anchors anchors, boolean csvBeside) {
		RunSummary summary = report.summary();
		html.markup("<section id=\"exceptions\"><h2>Exceptions</h2>");
		if (summary.exceptions().isEmpty()) {
			html.markup("<p>None in the files: every record was used and every request did what it asked for.</p>");
		}
		else {
			groups(html, summary, anchors, csvBeside);
		}
		UnusualPart.append(html, report, anchors);
		html.markup("</section>");
	}

	private static void groups(Html html, RunSummary summary, Anchors anchors, boolean csvBeside) {
		List<ExceptionGroup> groups = summary.exceptions()
			.stream()
			.sorted(Comparator.comparing((group) -> !group.advice().asked()))
			.toList();
		overview(html, groups);
		groups.forEach((group) -> append(html, group, anchors, csvBeside));
	}

	private static void overview(Html html, List<ExceptionGroup> groups) {
		HtmlTable table = new HtmlTable(html, "Number of lines by kind; what asks for something comes first.",
				Column.text("Kind"), Column.text("From"), Column.num("Lines"), Column.text("What to do"));
		for (ExceptionGroup group : groups) {
			Advice advice = group.advice();
			table.startRow()
				.cell((cell) -> cell.markup("<a href=\"#" + anchor(group) + "\"><code>")
					.text(group.kind())
					.markup("</code></a> <span class=\"note\">")
					.text(advice.meaning())
					.markup("</span>"))
				.cell(group.source().title())
				.cell(Figures.number(group.count()))
				.cell(advice.action())
				.endRow();
		}
		table.end();
	}

	private static String anchor(ExceptionGroup group) {
		return Html.escaped(group.source().name() + "-" + group.kind().replaceAll("[^A-Za-z0-9]", "-"));
	}

	private static void append(Html html, ExceptionGroup group, Anchors anchors, boolean csvBeside) {
		boolean open = group.advice().asked() && group.lines().size() <= UNFOLDED;
		html.markup("<details id=\"" + anchor(group) + "\"" + (open ? " open" : "") + "><summary><code>")
			.text(group.kind())
			.markup("</code> <span class=\"note\">")
			.text(group.source().title() + ", " + Figures.plural(group.count(), "line", "lines"))
			.markup("</span></summary><p>")
			.text(group.advice().meaning() + " " + group.advice().action())
			.markup("</p>");
		int shown = lines(html, group, anchors);
		if (shown < group.count()) {
			html.markup("<p class=\"note\">").text(rest(group, shown, csvBeside)).markup("</p>");
		}
		html.markup("</details>");
	}

	private static int lines(Html html, ExceptionGroup group, Anchors anchors) {
		HtmlTable table = new HtmlTable(html, "Lines are those of a record's first character.", Column.text("File"),
				Column.num("Line"), Column.text("About"), Column.text("What was found"));
		int shown = 0;
		for (ExceptionLine line : group.lines()) {
			if (html.length() > LARGEST_PAGE) {
				break;
			}
			table.startRow()
				.cell((cell) -> Anchors.link(cell, anchors.file(line.place().file()),
						() -> cell.given(line.place().file())))
				.cell(line.place().line().isPresent() ? Long.toString(line.place().line().getAsLong()) : "")
				.cell((cell) -> about(cell, line))
				.given(line.detail())
				.endRow();
			shown++;
		}
		table.end();
		return shown;
	}

	private static void about(Html html, ExceptionLine line) {
		html.given(line.customer());
		if (!line.customer().isEmpty() && !line.subject().isEmpty()) {
			html.markup(" <span class=\"to\">to</span> ");
		}
		html.given(line.subject());
	}

	private static String rest(ExceptionGroup group, int shown, boolean csvBeside) {
		String where = csvBeside ? group.source().csv() + " beside this page has all of them"
				: "the export '" + group.source().csv().replace(".csv", "") + "' has all of them";
		return "The first " + Figures.number(shown) + " of " + Figures.number(group.count()) + "; " + where + ".";
	}

}
