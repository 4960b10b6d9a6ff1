package dev.tieout.cli;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import dev.tieout.audit.BalanceSheet;
import dev.tieout.identity.EmailAddress;

@Command(name = "balances", header = "Show what affiliates have earned: opening, movements, closing.", description = {
		"Of a month, by affiliate and currency. 'released' is the part of the closing balance that is past its hold, "
				+ "before any payout: payouts are not recorded here. Those of a closed month are what its closing froze, "
				+ "released by the month's last day." },
		footerHeading = "%nExamples:%n",
		footer = { "  tieout balances", "  tieout balances --affiliate star@partners.example --period 2026-10" })
final class BalancesCommand implements Callable<Integer> {

	private final Workplace workplace;

	@Option(names = "--affiliate", paramLabel = "E", description = "Only this affiliate's address.")
	private Optional<EmailAddress> affiliate = Optional.empty();

	@Option(names = "--period", paramLabel = "M",
			description = "The posting period, such as 2026-10 (default: the earliest open one).")
	private Optional<YearMonth> period = Optional.empty();

	@Option(names = "--as-of", paramLabel = "D",
			description = "As they stood at the end of this day: leaves out what was posted later.")
	private Optional<LocalDate> asOf = Optional.empty();

	@Mixin
	private JsonOption json = new JsonOption();

	BalancesCommand(Workplace workplace) {
		this.workplace = workplace;
	}

	@Override
	public Integer call() {
		try (Desk desk = this.workplace.desk()) {
			Console console = this.workplace.console();
			BalanceSheet sheet = desk.balances().of(this.affiliate, this.period, this.asOf);
			this.json.print(console, sheet, () -> text(sheet, console));
			return ExitCode.DONE.number();
		}
	}

	private static String text(BalanceSheet sheet, Console console) {
		String head = "Period " + sheet.period() + closed(sheet)
				+ sheet.asOf().map((day) -> ", as of " + day).orElse("") + "; released by " + sheet.releasedBy() + " ("
				+ sheet.zone() + "), before any payout\n";
		return sheet.balances().isEmpty() ? head + "No balances: nothing has been posted by then.\n"
				: head + "\n" + sheet.table().render(console.tableWidth());
	}

	private static String closed(BalanceSheet sheet) {
		return sheet.closing()
			.map((closing) -> ", closed (closing %d, operation %d, entries up to number %d)".formatted(closing.number(),
					closing.operation(), closing.lastEntry()))
			.orElse("");
	}

}
