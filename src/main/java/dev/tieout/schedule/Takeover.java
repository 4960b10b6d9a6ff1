package dev.tieout.schedule;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.function.BooleanSupplier;

import dev.tieout.operations.CutOffRun;
import dev.tieout.operations.Firing;
import dev.tieout.operations.ScheduledRuns;

/**
 * Finishes what is left: runs whose process is gone, and times of the schedule that a
 * process claimed and did not come to the end of. What does not work is tried again, less
 * and less often.
 */
final class Takeover {

	private static final Duration FIRST_PAUSE = Duration.ofSeconds(1);

	private static final int MOST_DOUBLINGS = 6;

	private final ScheduledRuns runs;

	private final Work work;

	private final Clock clock;

	private final Map<Object, Attempts> attempts = new HashMap<>();

	Takeover(ScheduledRuns runs, Work work, Clock clock) {
		this.runs = runs;
		this.work = work;
		this.clock = clock;
	}

	/** Looks once, and finishes what it finds. */
	void look() {
		for (CutOffRun run : this.runs.cutOff()) {
			attempt(run, () -> this.work.resume(run));
		}
		for (Firing firing : this.runs.left()) {
			attempt(firing, () -> this.work.finish(firing));
		}
		this.attempts.values().removeIf((former) -> former.isOver(this.clock.instant()));
	}

	private void attempt(Object what, BooleanSupplier finishing) {
		Attempts former = this.attempts.getOrDefault(what, new Attempts(0, Instant.EPOCH));
		if (this.work.isEnding() || former.next().isAfter(this.clock.instant())) {
			return;
		}
		if (finishing.getAsBoolean()) {
			this.attempts.remove(what);
		}
		else {
			this.attempts.put(what, former.another(this.clock.instant()));
		}
	}

	private record Attempts(int number, Instant next) {

		Attempts another(Instant now) {
			Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(this.number, MOST_DOUBLINGS));
			return new Attempts(this.number + 1, now.plus(pause));
		}

		/** Somebody else has finished it, or it would have been tried again by now. */
		boolean isOver(Instant now) {
			return this.next.plus(FIRST_PAUSE.multipliedBy(1L << MOST_DOUBLINGS)).isBefore(now);
		}

	}

}
