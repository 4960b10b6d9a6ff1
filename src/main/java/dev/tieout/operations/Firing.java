package dev.tieout.operations;

import java.time.Instant;
import java.util.Optional;

/**
 * A scheduled time of a job that this process has claimed.
 *
 * @param job the job's name
 * @param scheduledAt when it was to fire
 * @param run the run that was registered for it
 */
public record Firing(String job, Instant scheduledAt, Optional<Integer> run) {

	FiringResult ended(int number, RunState state, Optional<String> detail) {
		return new FiringResult(this.job, this.scheduledAt, Optional.of(number), Optional.of(state), detail);
	}

	FiringResult failed(String detail) {
		return new FiringResult(this.job, this.scheduledAt, Optional.empty(), Optional.of(RunState.FAILED),
				Optional.of(detail));
	}

	FiringResult refused(String detail) {
		return new FiringResult(this.job, this.scheduledAt, Optional.empty(), Optional.empty(), Optional.of(detail));
	}

}
