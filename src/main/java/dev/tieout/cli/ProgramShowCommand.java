package dev.tieout.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(name = "show", header = "Print an edition in canonical form.", description = "",
		footerHeading = "%nExample:%n", footer = "  tieout program show 3f1c")
final class ProgramShowCommand implements Callable<Integer> {

	private final Workplace workplace;

	@Parameters(paramLabel = "HASH", description = "The beginning of the edition's hash, as long as it is unique.")
	private String hash = "";

	ProgramShowCommand(Workplace workplace) {
		this.workplace = workplace;
	}

	@Override
	public Integer call() {
		try (Desk desk = this.workplace.desk()) {
			this.workplace.console().out().println(desk.programs().show(this.hash).sourceText().stripTrailing());
			return ExitCode.DONE.number();
		}
	}

}
