package dev.tieout.audit.file;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import dev.tieout.audit.RunFile;
import dev.tieout.audit.RunSummary;
import dev.tieout.audit.file.HtmlTable.Column;

/** The walk through the files: what each one brought. */
final class FilesSection {

	private static final int SHOWN = 200;

	private FilesSection() {
	}

	static void append(Html html, RunSummary summary, Anchors anchors) {
		html.markup("<section id=\"files\"><h2>What was read</h2>");
		if (summary.files().isEmpty()) {
			html.markup("<p>The run read no file.</p></section>");
			return;
		}
		HtmlTable table = new HtmlTable(html,
				"Numbers of records, in the order of reading; records = accepted + unchanged + rejected.",
				Column.text("File"), Column.text("Kind"), Column.text("State"), Column.num("Records"),
				Column.num("Accepted"), Column.num("Unchanged"), Column.num("Rejected"));
		Set<String> named = new HashSet<>();
		shown(summary.files()).forEach((file) -> row(table, file, anchors.file(file.name()).filter(named::add)));
		sum(table, summary.files());
		table.end();
		if (summary.files().size() > SHOWN) {
			html.markup("<p class=\"note\">")
				.text("and " + Figures.number(summary.files().size() - SHOWN) + " more: files.csv has all")
				.markup("</p>");
		}
		html.markup("</section>");
	}

	/** Where there are too many, those that brought or lost something come first. */
	static List<RunFile> shown(List<RunFile> files) {
		if (files.size() <= SHOWN) {
			return files;
		}
		return files.stream().sorted(Comparator.comparing((file) -> file.records() == 0)).limit(SHOWN).toList();
	}

	private static void row(HtmlTable table, RunFile file, Optional<String> name) {
		String style = file.closes() ? "" : "open";
		name.ifPresentOrElse((id) -> table.startRowNamed(id, style), () -> table.startRow(style));
		table
			.cell((cell) -> cell.given(file.name())
				.markup(" <span class=\"note\">")
				.text("sha256 " + file.sha256().substring(0, Math.min(12, file.sha256().length())))
				.given(file.detail().map((detail) -> "; " + detail).orElse(""))
				.markup("</span>"))
			.cell((cell) -> cell.text(file.kind()).given(file.store().map((store) -> " of " + store).orElse("")))
			.cell(file.state().replace('_', ' '))
			.cell(Figures.number(file.records()))
			.cell(Figures.number(file.accepted()))
			.cell(Figures.number(file.unchanged()))
			.cell(Figures.number(file.rejected()))
			.endRow();
	}

	private static void sum(HtmlTable table, List<RunFile> files) {
		table.startRow("sum")
			.cell("All files")
			.cell("")
			.cell("")
			.cell(Figures.number(files.stream().mapToLong(RunFile::records).sum()))
			.cell(Figures.number(files.stream().mapToLong(RunFile::accepted).sum()))
			.cell(Figures.number(files.stream().mapToLong(RunFile::unchanged).sum()))
			.cell(Figures.number(files.stream().mapToLong(RunFile::rejected).sum()))
			.endRow();
	}

}
