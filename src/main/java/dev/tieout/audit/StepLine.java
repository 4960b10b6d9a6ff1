package dev.tieout.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A step of a run, as it was carried out once; a resumed run has some of them twice.
 *
 * @param name the step's
 * @param status Spring Batch's
 * @param read items read
 * @param written items written
 * @param commits chunks committed
 * @param startedAt when it began
 * @param endedAt when it ended
 * @param message what ended it, where it failed
 */
public record StepLine(String name, String status, long read, long written, long commits, Optional<Instant> startedAt,
		Optional<Instant> endedAt, String message) {

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
		return duration().filter((duration) -> this.read > 0 && duration.toMillis() > 0)
			.map((duration) -> this.read * 1000 / duration.toMillis());
	}

}
