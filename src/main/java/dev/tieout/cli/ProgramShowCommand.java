package dev.tieout.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import dev.tieout.audit.PrintableText;
import dev.tieout.operations.EditionText;

@Command(name = "show", header = "Print an edition in canonical form.", footerHeading = "%nExample:%n",
		footer = "  tieout program show 3f1c")
final class ProgramShowCommand implements Callable<Integer> {

	private final Workplace workplace;

	@Parameters(paramLabel = "HASH", description = "The beginning of the edition's hash, as long as it is unique.")
	private String hash = "";

	@Option(names = "--source", description = "Print the program file as it was written instead.")
	private boolean source;

	ProgramShowCommand(Workplace workplace) {
		this.workplace = workplace;
	}

	@Override
	public Integer call() {
		try (Desk desk = this.workplace.desk()) {
			EditionText edition = desk.programs().show(this.hash);
			String text = this.source ? edition.sourceText() : edition.canonicalText();
			this.workplace.console().out().println(PrintableText.harmless(text.stripTrailing()));
			return ExitCode.DONE.number();
		}
	}

}
