package dev.tieout.cli;

import java.util.List;
import java.util.stream.Collectors;

import dev.tieout.operations.RunObserver;
import dev.tieout.operations.RunResult;

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
		try (Engine engine = this.workplace.engine()) {
			List<RunResult> results = watched(engine, work);
			List<RunAnswer> answers = results.stream().map((result) -> RunAnswer.of(result, engine)).toList();
			this.json.print(console, answers.stream().flatMap((answer) -> answer.json().stream()).toList(),
					() -> text(console, answers));
			console.out().flush();
			return ExitCode.of(results).number();
		}
	}

	private List<RunResult> watched(Engine engine, Work work) {
		Console console = this.workplace.console();
		try (RunWatch watch = new RunWatch(engine.progress(), RunWatch.view(console),
				this.workplace.settings().debug())) {
			this.workplace.termination().onSignal(() -> stop(engine, watch));
			return work.on(engine, watch);
		}
	}

	/** Answers whether there was a run to stop. */
	private static boolean stop(Engine engine, RunWatch watch) {
		if (!watch.hasBegun()) {
			return false;
		}
		watch.say("Stopping at the next chunk; nothing is lost.");
		engine.runs().stopActive();
		return true;
	}

	private static String text(Console console, List<RunAnswer> answers) {
		return answers.stream().flatMap((answer) -> answer.text(console).stream()).collect(Collectors.joining("\n"));
	}

	/** What is to be run. */
	interface Work {

		List<RunResult> on(Engine engine, RunObserver observer);

	}

}
