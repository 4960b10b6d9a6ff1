package dev.tieout.cli;

import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

import dev.tieout.audit.PrintableText;

@Command(name = "diff", header = "Say what differs between two editions.", footerHeading = "%nExample:%n",
		footer = "  tieout program diff 3f1c 9a2e")
final class ProgramDiffCommand implements Callable<Integer> {

	private final Workplace workplace;

	@Parameters(index = "0", paramLabel = "HASH", description = "The beginning of the former edition's hash.")
	private String former = "";

	@Parameters(index = "1", paramLabel = "HASH", description = "The beginning of the other edition's hash.")
	private String other = "";

	ProgramDiffCommand(Workplace workplace) {
		this.workplace = workplace;
	}

	@Override
	public Integer call() {
		try (Desk desk = this.workplace.desk()) {
			List<String> differences = desk.programs().diff(this.former, this.other);
			if (differences.isEmpty()) {
				this.workplace.console().err().println("tieout: The editions do not differ.");
			}
			differences.stream().map(PrintableText::of).forEach(this.workplace.console().out()::println);
			return ExitCode.DONE.number();
		}
	}

}
