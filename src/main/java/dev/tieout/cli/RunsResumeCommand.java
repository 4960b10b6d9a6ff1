package dev.tieout.cli;

import java.util.List;
import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

@Command(name = "resume", header = "Go on with a run that was not finished.", description = {
		"Takes up a run that was stopped or cut off, or writes the reports of one that is POSTED, with what it was "
				+ "registered with: job, program, files and business date are those of its beginning." },
		footerHeading = "%nExample:%n", footer = "  tieout runs resume 12")
final class RunsResumeCommand implements Callable<Integer> {

	private final Workplace workplace;

	@Mixin
	private RunNumber run = new RunNumber();

	@Mixin
	private JsonOption json = new JsonOption();

	RunsResumeCommand(Workplace workplace) {
		this.workplace = workplace;
	}

	@Override
	public Integer call() {
		return new Running(this.workplace, this.json)
			.of((engine, watch) -> List.of(engine.runs().resume(this.run.value(), this.workplace.operator(), watch)));
	}

}
