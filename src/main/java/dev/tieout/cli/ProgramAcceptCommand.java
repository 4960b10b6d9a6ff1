package dev.tieout.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "accept", header = "Accept a program whose past was rewritten.", description = {
		"A run is refused (RULES_REWRITTEN) when the program says something else about the time before the last "
				+ "completed business date. Accepting it, with a reason on record, lets the next run post what follows "
				+ "from it." },
		footerHeading = "%nExample:%n",
		footer = "  tieout program accept nightly --reason \"rate of June was a typing error\"")
final class ProgramAcceptCommand implements Callable<Integer> {

	private final Workplace workplace;

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Parameters(paramLabel = "JOB", description = "A job's name, or the path of a job file.")
	private String job = "";

	@Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why; goes on record.")
	private String reason = "";

	ProgramAcceptCommand(Workplace workplace) {
		this.workplace = workplace;
	}

	@Override
	public Integer call() {
		String why = StatedReason.of(this.reason, this.spec);
		try (Desk desk = this.workplace.desk()) {
			return Receipts.print(
					desk.programs().accept(this.workplace.jobs(), this.job, why, this.workplace.operator()),
					this.workplace.console());
		}
	}

}
