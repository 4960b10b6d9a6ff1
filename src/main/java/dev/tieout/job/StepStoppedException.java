package dev.tieout.job;

import org.springframework.batch.core.job.JobInterruptedException;

/**
 * A step was stopped in the middle of work that knows no chunk boundary; its transaction
 * rolls back. By the cause Batch tells it from a failure: the step ends STOPPED and
 * starts anew when the run goes on.
 */
final class StepStoppedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	StepStoppedException(String message) {
		super(message, new JobInterruptedException(message));
	}

}
