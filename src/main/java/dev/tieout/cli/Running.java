package dev.tieout.cli;

import java.util.List;
import java.util.stream.Collectors;

import dev.tieout.operations.RunObserver;
import dev.tieout.operations.RunResult;
import dev.tieout.operations.StoppedException;

/** Runs jobs: shows their progress, lets signals stop them, prints what came of them. */
final class Running {

	private final Workplace workplace;

	private final JsonOption json;

	Running(Workplace workplace, JsonOption json) {
		this.workplace = workplace;
		this.json = json;
	}

	int of(Work work) {
		Console console = this.workplace.console();
		StopWish stop = new StopWish();
		this.workplace.termination().onSignal(stop::make);
		try (Engine engine = engine(stop)) {
			List<RunResult> results = watched(engine, stop, work);
			List<RunAnswer> answers = results.stream().map((result) -> RunAnswer.of(result, engine)).toList();
			this.json.print(console, answers.stream().flatMap((answer) -> answer.json().stream()).toList(),
					() -> text(console, answers));
			console.out().flush();
			return ExitCode.of(results).number();
		}
	}

	/** What starts up while the process is told to end may fail of that. */
	private Engine engine(StopWish stop) {
		try {
			return this.workplace.engine();
		}
		catch (RuntimeException ex) {
			if (stop.isMade()) {
				StoppedException stopped = new StoppedException("Stopped while starting. No run was registered.");
				stopped.addSuppressed(ex);
				throw stopped;
			}
			throw ex;
		}
	}

	private List<RunResult> watched(Engine engine, StopWish stop, Work work) {
		Console console = this.workplace.console();
		try (RunWatch watch = new RunWatch(engine.progress(), RunWatch.view(console), stop,
				this.workplace.settings().debug())) {
			return work.on(engine, watch);
		}
	}

	private static String text(Console console, List<RunAnswer> answers) {
		return answers.stream().flatMap((answer) -> answer.text(console).stream()).collect(Collectors.joining("\n"));
	}

	/** What is to be run. */
	interface Work {

		List<RunResult> on(Engine engine, RunObserver observer);

	}

}
