package dev.tieout.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(name = "journal", header = "Write a month for a general ledger: commission expense against affiliate payable.",
		description = {
				"Double entry, one posting pair for each entry of the ledger, by affiliate and currency. The date is the "
						+ "order's if it lies in the month, else the month's first day; the reference is the entry's "
						+ "number. Payouts are not recorded here." },
		footerHeading = "%nExamples:%n", footer = { "  tieout export journal --period 2026-10 --out journal.csv",
				"  tieout export journal --period 2026-10 --format hledger | hledger -f - balance" })
final class ExportJournalCommand implements Callable<Integer> {

	private final Workplace workplace;

	@Option(names = "--period", paramLabel = "M", required = true, description = "The posting period, such as 2026-10.")
	private Optional<YearMonth> period = Optional.empty();

	@Option(names = "--format", paramLabel = "FORMAT", description = "csv (default) or hledger.")
	private JournalFormat format = JournalFormat.CSV;

	@Option(names = "--as-of", paramLabel = "D",
			description = "As it stood at the end of this day: leaves out what was posted later.")
	private Optional<LocalDate> asOf = Optional.empty();

	@Option(names = "--out", paramLabel = "FILE",
			description = "The file to write, in place of one that is there (default: standard output).")
	private Optional<Path> out = Optional.empty();

	ExportJournalCommand(Workplace workplace) {
		this.workplace = workplace;
	}

	@Override
	public Integer call() throws IOException {
		YearMonth month = this.period.orElseThrow();
		try (Desk desk = this.workplace.desk()) {
			if (this.out.isEmpty()) {
				desk.journals().read(month, this.asOf, this.format.to(this.workplace.console().out()));
			}
			else {
				long entries = NewFile.write(this.out.get(),
						(file) -> desk.journals().read(month, this.asOf, this.format.to(file)));
				this.workplace.console()
					.err()
					.println("tieout: " + Words.count(entries, "entry", "entries") + " of " + month + " written to "
							+ this.out.get());
			}
			return ExitCode.DONE.number();
		}
	}

}
