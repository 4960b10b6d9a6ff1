package dev.tieout.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import dev.tieout.audit.Export;
import dev.tieout.audit.ExportScope;
import dev.tieout.audit.Masking;

@Command(name = "export", header = "Write everything there is of a kind as CSV.", description = {
		"All of it, as it stands; a run's own part lies in its reports. The file is written under a temporary name "
				+ "first and only its owner may read it. Customers are named." },
		footerHeading = "%nExamples:%n",
		footer = { "  tieout export ledger --out ledger.csv", "  tieout export decisions | gzip > decisions.csv.gz",
				"  tieout export journal --period 2026-10 --out journal.csv" })
final class ExportCommand implements Callable<Integer> {

	private final Workplace workplace;

	@Parameters(arity = "0..1", paramLabel = "WHAT", hideParamSyntax = true,
			description = "decisions, ledger, connections, connection-lines, rejects, files, balances or operations; a month's journal is a command of its own.")
	private Optional<Export> what = Optional.empty();

	@Option(names = "--as-of", paramLabel = "D",
			description = "As it stood at the end of this day, of ledger and balances: leaves out what was posted later.")
	private Optional<LocalDate> asOf = Optional.empty();

	@Option(names = "--out", paramLabel = "FILE",
			description = "The file to write, in place of one that is there (default: standard output).")
	private Optional<Path> out = Optional.empty();

	@Spec
	private CommandSpec spec = CommandSpec.create();

	ExportCommand(Workplace workplace) {
		this.workplace = workplace;
	}

	@Override
	public Integer call() throws IOException {
		Export export = this.what.orElseThrow(() -> new ParameterException(this.spec.commandLine(),
				"Say what to export, such as: tieout export ledger"));
		ExportScope scope = scope(export);
		try (Desk desk = this.workplace.desk()) {
			if (this.out.isEmpty()) {
				desk.exports().write(export, scope, Masking.NONE, this.workplace.console().out());
			}
			else {
				long rows = NewFile.write(this.out.get(),
						(file) -> desk.exports().write(export, scope, Masking.NONE, file));
				this.workplace.console()
					.err()
					.println("tieout: " + Words.count(rows, "row", "rows") + " written to " + this.out.get());
			}
			return ExitCode.DONE.number();
		}
	}

	private ExportScope scope(Export export) {
		if (this.asOf.isEmpty()) {
			return new ExportScope.WholeStore();
		}
		if (export != Export.LEDGER && export != Export.BALANCES) {
			throw new ParameterException(this.spec.commandLine(), "--as-of is for ledger and balances: what "
					+ export.word() + " were at the end of a day is not kept");
		}
		return new ExportScope.AsOf(this.asOf.get());
	}

}
