package dev.tieout.cli;

import java.util.Optional;

import dev.tieout.audit.Preview;
import dev.tieout.audit.RunSummary;
import dev.tieout.operations.RunResult;

/**
 * What a command that ran a job prints.
 *
 * @param result what the run came to
 * @param summary what it read, decided and posted
 * @param preview of a rerun: what it posts or would post, order by order
 */
record RunAnswer(RunResult result, Optional<RunSummary> summary, Optional<Preview> preview) {

	/** As many changes as a program can use; a table shows the first of them. */
	private static final int LISTED = 1_000;

	static RunAnswer of(RunResult result, Engine engine) {
		Optional<RunSummary> summary = engine.summaries().of(result.run());
		boolean rerun = summary.filter((found) -> found.header().rerun().isPresent()).isPresent();
		return new RunAnswer(result, summary,
				rerun ? Optional.of(engine.previews().of(result.run(), LISTED)) : Optional.empty());
	}

	Optional<RunOutput> json() {
		return RunOutput.of(this.result, this.summary, this.preview);
	}

	Optional<String> text(Console console) {
		return this.summary
			.map((found) -> this.preview.map((shown) -> RunPrint.of(found, shown, console.ink(), console.tableWidth()))
				.orElseGet(() -> RunPrint.of(found, console.ink(), console.tableWidth())));
	}

}
