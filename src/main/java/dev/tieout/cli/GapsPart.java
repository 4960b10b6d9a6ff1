package dev.tieout.cli;

import java.time.LocalDate;

import dev.tieout.audit.Gap;
import dev.tieout.audit.RunSummary;
import dev.tieout.audit.TextTable;
import dev.tieout.audit.TextTable.Column;

/** What may be lacking in what the stores delivered. */
final class GapsPart {

	private static final int SHOWN = 20;

	private GapsPart() {
	}

	static void append(RunPrint print, RunSummary summary) {
		int gaps = summary.gaps().size();
		if (gaps == 0) {
			return;
		}
		print.section("May be missing", Words.count(gaps, "gap", "gaps"));
		TextTable table = new TextTable(Column.text("store"), Column.text("day"), Column.number("orders"),
				Column.number("usual"), Column.text("what"));
		summary.gaps().stream().limit(SHOWN).forEach((gap) -> row(table, gap));
		print.table(table);
		if (gaps > SHOWN) {
			print.indented("... " + Words.count(gaps - SHOWN) + " more: control-totals.json among the reports");
		}
	}

	private static void row(TextTable table, Gap gap) {
		table.row(gap.store(), gap.day().map(LocalDate::toString).orElse(""),
				gap.day().isPresent() ? Words.count(gap.orders()) : "", gap.usualText(), gap.kind().meaning());
	}

}
