package dev.tieout.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "abandon", header = "Give up a run that was not finished.", description = {
		"The run posts nothing, and the next run of its job begins anew: files that it had not read to their end are "
				+ "read again." },
		footerHeading = "%nExample:%n", footer = "  tieout runs abandon 12 --reason \"wrong business date\"")
final class RunsAbandonCommand implements Callable<Integer> {

	private final Workplace workplace;

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Mixin
	private RunNumber run = new RunNumber();

	@Option(names = "--reason", paramLabel = "TEXT", required = true, description = "Why; goes on record.")
	private String reason = "";

	RunsAbandonCommand(Workplace workplace) {
		this.workplace = workplace;
	}

	@Override
	public Integer call() {
		String why = StatedReason.of(this.reason, this.spec);
		try (Desk desk = this.workplace.desk()) {
			desk.runControl().abandon(this.run.value(), why, this.workplace.operator());
			this.workplace.console().out().println("Run " + this.run.value() + " is abandoned; it has posted nothing.");
			return ExitCode.DONE.number();
		}
	}

}
