package dev.tieout.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "stop", header = "Ask an active run to stop at its next chunk.", description = {
		"The run ends STOPPED with exit code 4 and has posted nothing. The next run of its job, or 'tieout runs "
				+ "resume', goes on where it was." },
		footerHeading = "%nExample:%n", footer = "  tieout runs stop 12")
final class RunsStopCommand implements Callable<Integer> {

	private final Workplace workplace;

	@Mixin
	private RunNumber run = new RunNumber();

	RunsStopCommand(Workplace workplace) {
		this.workplace = workplace;
	}

	@Override
	public Integer call() {
		try (Desk desk = this.workplace.desk()) {
			desk.runControl().requestStop(this.run.value(), this.workplace.operator());
			this.workplace.console()
				.out()
				.println("Run " + this.run.value() + " is asked to stop; it does at its next chunk.");
			return ExitCode.DONE.number();
		}
	}

}
