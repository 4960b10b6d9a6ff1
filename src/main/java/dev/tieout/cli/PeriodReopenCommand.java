package dev.tieout.cli;

import java.time.YearMonth;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "reopen", header = "Open the last closed month again.", description = {
		"Its closing stays on record with the balances it froze. The next closing of the month gets a number of its own "
				+ "and lists what was posted in between." },
		footerHeading = "%nExample:%n",
		footer = "  tieout period reopen 2026-10 --reason \"refunds of the 31st were missing\"")
final class PeriodReopenCommand implements Callable<Integer> {

	private final Workplace workplace;

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Parameters(paramLabel = "M", description = "The month, such as 2026-10.")
	private Optional<YearMonth> month = Optional.empty();

	@Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why; goes on record.")
	private String reason = "";

	PeriodReopenCommand(Workplace workplace) {
		this.workplace = workplace;
	}

	@Override
	public Integer call() {
		String why = StatedReason.of(this.reason, this.spec);
		try (Desk desk = this.workplace.desk()) {
			return Receipts.print(
					desk.periodOperations().reopen(this.month.orElseThrow(), why, this.workplace.operator()),
					this.workplace.console());
		}
	}

}
