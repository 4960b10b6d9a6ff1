package dev.tieout.cli;

import java.util.List;

import dev.tieout.audit.ExceptionGroup;
import dev.tieout.audit.ExceptionGroup.Source;
import dev.tieout.audit.RunSummary;
import dev.tieout.audit.TextTable;
import dev.tieout.audit.TextTable.Column;

/**
 * What was rejected, noticed and refused, and why; which lines it was stands in the
 * reports.
 */
final class RejectedPart {

	private static final int MEANING_WIDTH = 64;

	private RejectedPart() {
	}

	static void append(RunPrint print, RunSummary summary) {
		for (Source source : Source.values()) {
			List<ExceptionGroup> groups = summary.exceptions()
				.stream()
				.filter((group) -> group.source() == source)
				.toList();
			if (groups.isEmpty()) {
				if (source == Source.REJECT) {
					print.section(source.title(), "none");
				}
				continue;
			}
			long count = groups.stream().mapToLong(ExceptionGroup::count).sum();
			print.section(source.title(), Words.count(count) + heading(source));
			TextTable table = new TextTable(Column.text("reason"), Column.number("count"), Column.text("meaning"));
			groups.forEach((group) -> row(table, group));
			print.table(table);
		}
	}

	private static void row(TextTable table, ExceptionGroup group) {
		List<String> meaning = Wrapped.of(group.advice().meaning(), MEANING_WIDTH);
		table.row(group.kind(), Words.count(group.count()), meaning.get(0));
		meaning.stream().skip(1).forEach((line) -> table.row("", "", line));
	}

	private static String heading(Source source) {
		return switch (source) {
			case REJECT, NOTICE, ENTRY -> "";
			case REQUEST -> " with another outcome than connected or disconnected";
		};
	}

}
