package dev.tieout.cli;

import java.util.List;

import dev.tieout.audit.ControlTotal;
import dev.tieout.audit.RunFile;
import dev.tieout.audit.RunSummary;
import dev.tieout.audit.TextTable;
import dev.tieout.audit.TextTable.Column;
import dev.tieout.audit.Verdict;

/** Whether the run's totals close: the four equations of rules.md 9. */
final class ClosePart {

	private static final int EQUATIONS = 4;

	private static final int SHOWN = 10;

	private ClosePart() {
	}

	static void append(RunPrint print, RunSummary summary) {
		Verdict verdict = summary.verdict();
		String words = switch (verdict) {
			case CLOSES -> "yes";
			case DOES_NOT_CLOSE -> "no";
			case NOT_PROVEN -> "not proven";
		};
		print.verdict("Does it close?", words, verdict == Verdict.CLOSES, rest(summary));
		if (summary.verdict() == Verdict.NOT_PROVEN || ReadPart.isNothingNew(summary)) {
			return;
		}
		TextTable table = new TextTable(Column.number("#"), Column.text("what must be equal"), Column.number("checked"),
				Column.text("verdict"));
		int first = summary.header().rerun().isPresent() ? 2 : 1;
		for (int equation = first; equation <= EQUATIONS; equation++) {
			row(table, equation, summary);
		}
		print.table(table);
		List<ControlTotal> open = summary.controlTotals().stream().filter((total) -> !total.closes()).toList();
		open.stream()
			.limit(SHOWN)
			.forEach((total) -> print.indented("open: " + total.subject() + ": " + total.expected() + " expected, "
					+ total.found() + " found (" + total.detail() + ")"));
	}

	private static String rest(RunSummary summary) {
		return switch (summary.verdict()) {
			case CLOSES -> ", all " + Words.count(summary.controlTotals().size()) + " control totals agree";
			case DOES_NOT_CLOSE -> ", so nothing was posted";
			case NOT_PROVEN -> ": the run ended before its control totals were taken";
		};
	}

	private static void row(TextTable table, int equation, RunSummary summary) {
		List<ControlTotal> totals = summary.controlTotals()
			.stream()
			.filter((total) -> total.equation() == equation)
			.toList();
		long open = totals.stream().filter((total) -> !total.closes()).count();
		String verdict = totals.isEmpty() ? "nothing to check" : (open == 0) ? "closes" : Words.count(open) + " open";
		table.row(equation, words(equation, summary), Words.count(totals.size()), verdict);
	}

	private static String words(int equation, RunSummary summary) {
		return switch (equation) {
			case 1 -> records(summary.files());
			case 2 -> "orders judged = orders of all reasons, in number and in totals";
			case 3 -> "entries posted = net after - net before, for each affiliate";
			default -> "orders, decisions and entries = those that rest on a file and line";
		};
	}

	private static String records(List<RunFile> files) {
		List<RunFile> read = files.stream().filter((file) -> file.records() > 0).toList();
		return Words.count(read.stream().mapToLong(RunFile::records).sum()) + " records read = "
				+ Words.count(read.stream().mapToLong(RunFile::accepted).sum()) + " accepted + "
				+ Words.count(read.stream().mapToLong(RunFile::unchanged).sum()) + " unchanged + "
				+ Words.count(read.stream().mapToLong(RunFile::rejected).sum()) + " rejected";
	}

}
