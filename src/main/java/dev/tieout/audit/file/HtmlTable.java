package dev.tieout.audit.file;

import java.util.List;
import java.util.function.Consumer;

/**
 * A table with its caption and unit. On a narrow screen each row becomes a block whose
 * cells carry their heading.
 */
final class HtmlTable {

	private final Html html;

	private final List<Column> columns;

	private int column;

	HtmlTable(Html html, String caption, Column... columns) {
		this(html, "", caption, columns);
	}

	HtmlTable(Html html, String styleClass, String caption, Column... columns) {
		this.html = html;
		this.columns = List.of(columns);
		html.markup(styleClass.isEmpty() ? "<table>" : "<table class=\"" + styleClass + "\">");
		html.markup("<caption>").text(caption).markup("</caption><thead><tr>");
		for (Column head : this.columns) {
			html.markup("<th scope=\"col\"" + kind(head) + ">").text(head.title()).markup("</th>");
		}
		html.markup("</tr></thead><tbody>");
	}

	HtmlTable startRow() {
		return startRow("");
	}

	/** Starts a row that links may lead to. */
	HtmlTable startRowNamed(String id, String styleClass) {
		this.html.markup("<tr id=\"" + id + "\"" + (styleClass.isEmpty() ? ">" : " class=\"" + styleClass + "\">"));
		this.column = 0;
		return this;
	}

	HtmlTable startRow(String styleClass) {
		this.html.markup(styleClass.isEmpty() ? "<tr>" : "<tr class=\"" + styleClass + "\">");
		this.column = 0;
		return this;
	}

	/** Adds a cell of our own words or figures. */
	HtmlTable cell(String text) {
		return cell((html) -> html.text(text));
	}

	/** Adds a cell whose text came from a file. */
	HtmlTable given(String text) {
		return text.isEmpty() ? cell("") : cell((html) -> html.given(text));
	}

	HtmlTable cell(Consumer<Html> content) {
		Column head = this.columns.get(this.column++);
		this.html.markup("<td" + kind(head) + " data-label=\"" + Html.escaped(head.title()) + "\">");
		content.accept(this.html);
		this.html.markup("</td>");
		return this;
	}

	void endRow() {
		this.html.markup("</tr>");
	}

	void end() {
		this.html.markup("</tbody></table>");
	}

	private static String kind(Column column) {
		return column.number() ? " class=\"num\"" : "";
	}

	/**
	 * A column.
	 *
	 * @param title its heading
	 * @param number whether its cells are numbers
	 */
	record Column(String title, boolean number) {

		static Column text(String title) {
			return new Column(title, false);
		}

		static Column num(String title) {
			return new Column(title, true);
		}

	}

}
