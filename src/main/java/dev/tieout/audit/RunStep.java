package dev.tieout.audit;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A step of a run with all its workers, as it was carried out once.
 *
 * @param execution the how many-th time that the run was at work
 * @param name the step's
 * @param workers how many workers or files it was divided into, 0 for none
 * @param state how it ended, or that it has not
 * @param done how many items it has committed, this time
 * @param unit what its items are, empty where it has none
 * @param startedAt when it began
 * @param took how long, until now while it lasts
 * @param rate items in a second, where it has any
 * @param part how much of the step's whole work is done, other executions included, from
 * 0 to 1; empty unless it is at work and can tell
 * @param left how long it will go on at this rate, where it can tell
 * @param message what ended it, where it failed
 */
public record RunStep(int execution, String name, int workers, StepState state, long done, String unit,
		Optional<Instant> startedAt, Optional<Duration> took, Optional<Long> rate, Optional<Double> part,
		Optional<Duration> left, String message) {

	static Optional<Long> rate(long items, Duration took) {
		return (items > 0 && took.toMillis() > 0) ? Optional.of(items * 1000 / took.toMillis()) : Optional.empty();
	}

}
