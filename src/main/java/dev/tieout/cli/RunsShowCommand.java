package dev.tieout.cli;

import java.util.Optional;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import dev.tieout.audit.RunDetail;

@Command(name = "show", header = "Show a run: its steps, counts, rate and time left, and its files.",
		description = "Also while the run is at work in another process.", footerHeading = "%nExample:%n",
		footer = { "  tieout runs show 12", "  tieout runs show 12 --steps" })
final class RunsShowCommand implements Callable<Integer> {

	private final Workplace workplace;

	@Mixin
	private RunNumber run = new RunNumber();

	@Option(names = "--steps", description = "Also what each file and each worker of a step did.")
	private boolean steps;

	@Mixin
	private JsonOption json = new JsonOption();

	RunsShowCommand(Workplace workplace) {
		this.workplace = workplace;
	}

	@Override
	public Integer call() {
		Console console = this.workplace.console();
		try (Desk desk = this.workplace.desk()) {
			Optional<RunDetail> detail = desk.runDetails().of(this.run.value());
			if (detail.isEmpty()) {
				console.err().println("tieout: There is no run " + this.run.value() + ". 'tieout runs' lists them.");
				return ExitCode.FAILED.number();
			}
			this.json.print(console, detail.get(), () -> RunDetailPrint.of(detail.get(), this.steps, console));
			return ExitCode.DONE.number();
		}
	}

}
