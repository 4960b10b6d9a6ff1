package dev.tieout.cli;

import java.util.List;
import java.util.function.ToLongFunction;

import dev.tieout.audit.RunFile;
import dev.tieout.audit.RunSummary;
import dev.tieout.audit.TextTable;
import dev.tieout.audit.TextTable.Column;

/**
 * What was read. Files known from earlier runs are only counted: each night has more of
 * them.
 */
final class ReadPart {

	private static final int SHOWN = 40;

	private ReadPart() {
	}

	static boolean isNothingNew(RunSummary summary) {
		return summary.header().state().equals("COMPLETED") && listed(summary).isEmpty() && summary.ordersJudged() == 0
				&& summary.entriesPosted() == 0 && summary.exceptions().isEmpty();
	}

	/** Says how many files were known, between two pieces of text; nothing for none. */
	static String known(RunSummary summary, String before, String after) {
		int known = summary.files().size() - listed(summary).size();
		return (known == 0) ? "" : before + Words.count(known, "file", "files") + " known from earlier" + after;
	}

	private static List<RunFile> listed(RunSummary summary) {
		return summary.files().stream().filter((file) -> !file.state().equals("duplicate")).toList();
	}

	static void append(RunPrint print, RunSummary summary) {
		List<RunFile> files = listed(summary);
		print.section("Read", Words.count(files.size(), "file", "files") + known(summary, "; ", " skipped"));
		if (files.isEmpty()) {
			return;
		}
		TextTable table = new TextTable(Column.text("file"), Column.text("kind"), Column.number("records"),
				Column.number("accepted"), Column.number("unchanged"), Column.number("rejected"), Column.text("state"));
		files.stream()
			.limit(SHOWN)
			.forEach((file) -> row(table, file.name(), kind(file), List.of(file), file.state().replace('_', ' ')));
		row(table, (files.size() > SHOWN) ? "all " + Words.count(files.size()) + " files" : "in all", "", files, "");
		print.table(table);
		if (files.size() > SHOWN) {
			print.indented("... " + Words.count(files.size() - SHOWN) + " more: tieout runs show "
					+ summary.header().number());
		}
		files.stream()
			.filter((file) -> file.state().equals("failed"))
			.flatMap((file) -> file.detail().stream())
			.forEach(print::indented);
	}

	private static String kind(RunFile file) {
		String kind = file.kind().equals("existing-customers") ? "customers" : file.kind();
		return kind + file.store().map((store) -> " " + store).orElse("");
	}

	private static void row(TextTable table, String name, String kind, List<RunFile> files, String state) {
		table.row(name, kind, sum(files, RunFile::records), sum(files, RunFile::accepted),
				sum(files, RunFile::unchanged), sum(files, RunFile::rejected), state);
	}

	private static String sum(List<RunFile> files, ToLongFunction<RunFile> number) {
		return Words.count(files.stream().mapToLong(number).sum());
	}

}
