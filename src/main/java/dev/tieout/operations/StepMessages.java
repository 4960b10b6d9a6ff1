package dev.tieout.operations;

import java.util.Comparator;
import java.util.Optional;

import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What ended a run's steps, in a person's words. Batch keeps the stack traces there,
 * which say nothing to those who read them at night.
 */
final class StepMessages {

	private static final int LENGTH = 2_000;

	private final JdbcClient jdbc;

	StepMessages(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Puts sentences in the place of what Batch has noted. */
	void keep(JobExecution execution) {
		for (StepExecution step : execution.getStepExecutions()) {
			if (step.getStatus() != BatchStatus.COMPLETED) {
				String message = (step.getStatus() == BatchStatus.STOPPED) ? ""
						: failure(step).map(Troubles::tell).orElse("");
				this.jdbc.sql("update batch_step_execution set exit_message = ? where step_execution_id = ?")
					.params(message.substring(0, Math.min(LENGTH, message.length())), step.getId())
					.update();
			}
		}
	}

	/** A partitioned step says itself only that one of its workers has failed. */
	private static Optional<Throwable> failure(StepExecution step) {
		return step.getFailureExceptions()
			.stream()
			.min(Comparator.comparing((failure) -> failure instanceof JobExecutionException));
	}

}
