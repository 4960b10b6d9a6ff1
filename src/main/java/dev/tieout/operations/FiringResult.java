package dev.tieout.operations;

import java.time.Instant;
import java.util.Optional;

/**
 * What became of a scheduled time of a job.
 *
 * @param job the job's name
 * @param scheduledAt when it was to fire
 * @param run the run that was registered for it, or empty where none was
 * @param state the state that run came to; empty = refused, no run was registered
 * @param detail what went wrong, in a person's words
 */
public record FiringResult(String job, Instant scheduledAt, Optional<Integer> run, Optional<RunState> state,
		Optional<String> detail) {

}
