package dev.tieout.cli;

import java.util.Collection;
import java.util.Comparator;

import dev.tieout.operations.RunResult;
import dev.tieout.operations.RunState;

/**
 * What a command tells its caller in a number (jobs.md). Those that weigh most stand
 * first.
 */
enum ExitCode {

	FAILED(1, "failed, or the totals do not close, or verify found something, or the database cannot be reached"),

	USAGE(2, "wrong usage or configuration; nothing was read or written"),

	REFUSED(3, "refused: another run is active, the rules were rewritten, or a plan is out of date"),

	STOPPED(4, "stopped; the next run goes on"),

	NOT_REPORTED(5, "posted, but the reports are not written yet"),

	DONE(0, "done");

	private final int number;

	private final String meaning;

	ExitCode(int number, String meaning) {
		this.number = number;
		this.meaning = meaning;
	}

	int number() {
		return this.number;
	}

	String meaning() {
		return this.meaning;
	}

	static ExitCode of(RunState state) {
		return switch (state) {
			case COMPLETED -> DONE;
			case POSTED -> NOT_REPORTED;
			case STOPPED -> STOPPED;
			case RUNNING, FAILED, SUPERSEDED, ABANDONED -> FAILED;
		};
	}

	/** The worst of what several runs came to. */
	static ExitCode of(Collection<RunResult> results) {
		return results.stream().map((result) -> of(result.state())).min(Comparator.naturalOrder()).orElse(DONE);
	}

}
