package dev.tieout.cli;

import java.util.concurrent.Callable;

import dev.tieout.audit.Periods;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "period", header = "List the months of the ledger; close or reopen one.", description = {
		"An entry is posted to its order's month while that is open, else to the earliest open month. Sums are what was "
				+ "posted to the month, by currency; times are in the program's zone." },
		footerHeading = "%nExamples:%n", footer = { "  tieout period", "  tieout period close 2026-10",
				"  tieout period reopen 2026-10 --reason \"refunds of the 31st were missing\"" })
final class PeriodCommand implements Callable<Integer> {

	private final Workplace workplace;

	@Mixin
	private JsonOption json = new JsonOption();

	PeriodCommand(Workplace workplace) {
		this.workplace = workplace;
	}

	@Override
	public Integer call() {
		try (Desk desk = this.workplace.desk()) {
			Console console = this.workplace.console();
			Periods periods = desk.periods().list();
			this.json.print(console, periods, () -> periods.lines().isEmpty()
					? "No months yet: nothing has been posted.\n" : periods.table().render(console.tableWidth()));
			return ExitCode.DONE.number();
		}
	}

}
