package dev.tieout.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import dev.tieout.audit.Export;
import dev.tieout.audit.ExportScope;
import dev.tieout.audit.Masking;

@Command(name = "export", header = "Write everything there is of a kind as CSV.", description = {
		"All of it, as it stands; a run's own part lies in its reports. The file is written under a temporary name "
				+ "first and only its owner may read it. Customers are named." },
		footerHeading = "%nExamples:%n",
		footer = { "  tieout export ledger --out ledger.csv", "  tieout export decisions | gzip > decisions.csv.gz" })
final class ExportCommand implements Callable<Integer> {

	private final Workplace workplace;

	@Parameters(paramLabel = "WHAT",
			description = "decisions, ledger, connections, connection-lines, rejects, files, balances or operations.")
	private Optional<Export> what = Optional.empty();

	@Option(names = "--out", paramLabel = "FILE",
			description = "The file to write, in place of one that is there (default: standard output).")
	private Optional<Path> out = Optional.empty();

	ExportCommand(Workplace workplace) {
		this.workplace = workplace;
	}

	@Override
	public Integer call() throws IOException {
		Export export = this.what.orElseThrow();
		try (Desk desk = this.workplace.desk()) {
			if (this.out.isEmpty()) {
				desk.exports()
					.write(export, new ExportScope.WholeStore(), Masking.NONE, this.workplace.console().out());
			}
			else {
				long rows = NewFile.write(this.out.get(),
						(file) -> desk.exports().write(export, new ExportScope.WholeStore(), Masking.NONE, file));
				this.workplace.console()
					.err()
					.println("tieout: " + Words.count(rows, "row", "rows") + " written to " + this.out.get());
			}
			return ExitCode.DONE.number();
		}
	}

}
