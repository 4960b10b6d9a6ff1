package dev.tieout.cli;

import java.time.YearMonth;
import java.util.Optional;
import java.util.concurrent.Callable;

import dev.tieout.audit.ClosingSheet;
import dev.tieout.operations.OperationReceipt;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

@Command(name = "close", header = "Close a month: nothing is posted to it any more.", description = {
		"Freezes a copy of the balances under a number and prints its totals. The month must be over in the program's "
				+ "zone and the earliest open one, no run at work and no customer due; else the command is refused and "
				+ "says which of these it is." },
		footerHeading = "%nExample:%n", footer = "  tieout period close 2026-10")
final class PeriodCloseCommand implements Callable<Integer> {

	private final Workplace workplace;

	@Parameters(paramLabel = "M", description = "The month, such as 2026-10.")
	private Optional<YearMonth> month = Optional.empty();

	@Mixin
	private JsonOption json = new JsonOption();

	PeriodCloseCommand(Workplace workplace) {
		this.workplace = workplace;
	}

	@Override
	public Integer call() {
		try (Desk desk = this.workplace.desk()) {
			Console console = this.workplace.console();
			YearMonth closed = this.month.orElseThrow();
			OperationReceipt receipt = desk.periodOperations().close(closed, this.workplace.operator());
			ClosingSheet sheet = desk.periods().closing(closed).orElseThrow();
			this.json.print(console, sheet,
					() -> receipt.message() + "\n\n" + ClosingPrint.of(sheet, console.tableWidth()));
			return ExitCode.DONE.number();
		}
	}

}
