package dev.tieout.cli;

import java.util.OptionalLong;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

import dev.tieout.audit.PrintableText;
import dev.tieout.audit.TextTable;
import dev.tieout.audit.TextTable.Column;
import dev.tieout.operations.Progress;
import dev.tieout.recount.Check;
import dev.tieout.recount.CheckResult;
import dev.tieout.recount.Difference;
import dev.tieout.recount.Recount;
import dev.tieout.recount.RecountWatch;

@Command(name = "audit", header = "Compute again in SQL what can be, and compare.", description = {
		"Nets, history, versions, bases, limits, connections, holds, periods, files and control totals are computed "
				+ "again from what was imported, apart from the program that computed them first. Every difference is "
				+ "named with order, file and line; ends with 1 if there is one.",
		"Reads only. What verify proves is that nothing was changed since it was posted; this, that what was posted "
				+ "follows from the rules." },
		footerHeading = "%nExample:%n", footer = "  tieout audit")
final class AuditCommand implements Callable<Integer> {

	private final Workplace workplace;

	@Mixin
	private JsonOption json = new JsonOption();

	AuditCommand(Workplace workplace) {
		this.workplace = workplace;
	}

	@Override
	public Integer call() {
		Console console = this.workplace.console();
		try (Desk desk = this.workplace.desk(); ProgressView view = RunWatch.view(console)) {
			Recount recount = desk.recounting().recount(shown(view));
			view.close();
			this.json.print(console, recount, () -> text(recount, console));
			return (recount.holds() ? ExitCode.DONE : ExitCode.FAILED).number();
		}
	}

	private static RecountWatch shown(ProgressView view) {
		return (check, done) -> view.show(
				new Progress.Snapshot("audit " + check.word(), done, OptionalLong.of(Check.values().length), "checks"));
	}

	static String text(Recount recount, Console console) {
		StringBuilder text = new StringBuilder();
		text.append(verdict(recount, console.ink())).append('\n');
		TextTable table = new TextTable(Column.text("check"), Column.number("compared"), Column.number("differ"),
				Column.text("of each"), Column.text("what must hold"));
		for (CheckResult result : recount.checks()) {
			Check check = result.check();
			table.row(check.word(), Words.count(result.compared()), Words.count(result.differing()), check.unit(),
					check.holds());
		}
		text.append(table.render(console.tableWidth()));
		recount.checks().stream().filter((result) -> result.differing() > 0).forEach((result) -> list(text, result));
		if (recount.due() > 0) {
			text.append(
					"%n%s due: what is stored of their orders is not the last word and was left out where that matters.%n"
						.formatted(Words.count(recount.due(), "customer is", "customers are")));
		}
		return text.toString();
	}

	private static String verdict(Recount recount, Ink ink) {
		if (recount.holds()) {
			return ink.good("Everything is as it is computed again");
		}
		return ink.bad("Not everything is as it is computed again") + ": "
				+ Words.count(recount.differing(), "difference", "differences");
	}

	private static void list(StringBuilder text, CheckResult result) {
		text.append('\n').append(result.check().word()).append(", amounts in minor units\n");
		for (Difference difference : result.differences()) {
			text.append("  ").append(PrintableText.of(difference.sentence())).append('\n');
		}
		long more = result.differing() - result.differences().size();
		if (more > 0) {
			text.append("  ... ").append(Words.count(more)).append(" more\n");
		}
	}

}
