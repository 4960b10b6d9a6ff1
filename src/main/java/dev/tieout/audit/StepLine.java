package dev.tieout.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A step of a run, as it was carried out once; a resumed run has some of them twice.
 *
 * @param execution the how many-th time that the run was at work
 * @param name the step's; workers of a step have the step's name
 * @param part the file or the worker, where the step is a worker's part of another
 * @param state how it ended, or that it has not
 * @param read items read
 * @param written items written
 * @param commits chunks committed
 * @param startedAt when it began
 * @param endedAt when it ended
 * @param message what ended it, where it failed
 */
public record StepLine(int execution, String name, Optional<String> part, StepState state, long read, long written,
		long commits, Optional<Instant> startedAt, Optional<Instant> endedAt, String message) {

	/**
	 * Returns how long it took.
	 * @return empty while it lasts
	 */
	public Optional<Duration> duration() {
		return this.startedAt.flatMap((start) -> this.endedAt.map((end) -> Duration.between(start, end)));
	}

	/**
	 * Returns its speed.
	 * @return items read in a second; empty while it lasts or where it read none
	 */
	public Optional<Long> rate() {
		return duration().flatMap((duration) -> RunStep.rate(this.read, duration));
	}

}
