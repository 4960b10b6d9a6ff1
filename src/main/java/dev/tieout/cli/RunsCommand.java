package dev.tieout.cli;

import java.util.concurrent.Callable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

import dev.tieout.audit.Runs;

@Command(name = "runs", header = "List the runs, the newest first; show, stop, resume or abandon one.", description = {
		"States: COMPLETED; POSTED (posted, its reports still to be written: runs resume); STOPPED, FAILED, SUPERSEDED "
				+ "(another run posted in between) and ABANDONED have posted nothing." },
		footerHeading = "%nExamples:%n", footer = { "  tieout runs --limit 5", "  tieout runs show 12" })
final class RunsCommand implements Callable<Integer> {

	private final Workplace workplace;

	@Option(names = "--limit", paramLabel = "N", description = "How many at most (default: ${DEFAULT-VALUE}).")
	private int limit = 30;

	@Mixin
	private JsonOption json = new JsonOption();

	RunsCommand(Workplace workplace) {
		this.workplace = workplace;
	}

	@Override
	public Integer call() {
		try (Desk desk = this.workplace.desk()) {
			Runs runs = desk.runs().newest(this.limit);
			Console console = this.workplace.console();
			this.json.print(console, runs.lines(),
					() -> runs.lines().isEmpty() ? "No runs yet.\n" : runs.table().render(console.tableWidth()));
			return ExitCode.DONE.number();
		}
	}

}
