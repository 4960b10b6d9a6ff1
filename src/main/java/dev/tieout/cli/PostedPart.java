package dev.tieout.cli;

import dev.tieout.audit.PostedTotal;
import dev.tieout.audit.RunSummary;
import dev.tieout.audit.TextTable;
import dev.tieout.audit.TextTable.Column;

/** What was posted. */
final class PostedPart {

	private PostedPart() {
	}

	static void append(RunPrint print, RunSummary summary) {
		if (summary.entriesPosted() == 0) {
			print.section("Posted", "nothing");
			return;
		}
		print.section("Posted",
				Words.count(summary.entriesPosted(), "entry", "entries") + ", " + Words.money(summary.posted()));
		TextTable table = new TextTable(Column.text("type"), Column.text("currency"), Column.number("entries"),
				Column.number("amount"), Column.text("what it is"));
		for (PostedTotal total : summary.postedByType()) {
			table.row(total.type(), total.amount().currency().getCurrencyCode(), Words.count(total.entries()),
					total.amount().toPlainString(), total.type().meaning());
		}
		print.table(table);
	}

}
