package dev.tieout.operations;

import java.util.Comparator;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.function.Function;

import dev.tieout.job.ReconciliationJob;
import dev.tieout.job.RunFailedException;
import dev.tieout.job.StopFlag;
import dev.tieout.job.SupersededException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Starts a run's job, or starts it again where it was cut off, and tells what it came to.
 */
@Component
final class JobLauncher {

	private static final Logger LOG = LoggerFactory.getLogger(JobLauncher.class);

	private final JobOperator operator;

	private final JdbcClient jdbc;

	private final StepMessages messages;

	private final AtomicReference<@Nullable StopFlag> active = new AtomicReference<>();

	JobLauncher(JobOperator operator, JdbcClient jdbc) {
		this.operator = operator;
		this.jdbc = jdbc;
		this.messages = new StepMessages(jdbc);
	}

	/**
	 * Runs a job to its end.
	 * @param run the run's number; its lock is held
	 * @param wantsStop whether whoever started it wants it to stop
	 * @param job builds the job
	 */
	Ending launch(int run, BooleanSupplier wantsStop, Function<StopFlag, Job> job) {
		removeJobsThatNeverBegan();
		resetDeadExecutions(run);
		StopFlag stop = new StopFlag(this.jdbc, run, wantsStop);
		this.active.set(stop);
		try {
			JobExecution execution = this.operator.start(job.apply(stop), parameters(run));
			this.messages.keep(execution);
			return ending(execution);
		}
		catch (org.springframework.batch.core.job.JobExecutionException ex) {
			throw new IllegalStateException("run " + run + " could not be started: " + ex.getMessage(), ex);
		}
		finally {
			this.active.set(null);
		}
	}

	/** The flag of the run that is at work in this process. */
	Optional<StopFlag> active() {
		return Optional.ofNullable(this.active.get());
	}

	/**
	 * Its type is part of a job instance's identity, so it is built in this place only.
	 */
	private static JobParameters parameters(int run) {
		return new JobParametersBuilder().addLong(ReconciliationJob.RUN, (long) run).toJobParameters();
	}

	/**
	 * Batch notes a job in one transaction and its first execution in the next. One
	 * without the other, where the database went away in between, it starts never again.
	 * Whoever holds the program's lock knows that nobody is just about to note it.
	 */
	private void removeJobsThatNeverBegan() {
		this.jdbc.sql("""
				delete from batch_job_instance i
				where not exists (select from batch_job_execution e where e.job_instance_id = i.job_instance_id)
				""").update();
	}

	/**
	 * A process that died leaves its executions STARTED, a failure at commit leaves
	 * UNKNOWN; Batch restarts neither. Whoever holds the program's lock knows that nobody
	 * is at work, or nobody who may be: a process that had lost the lock and wakes up can
	 * commit no chunk, because the version of its step's row is another now.
	 */
	private void resetDeadExecutions(int run) {
		String executions = """
				select p.job_execution_id from batch_job_execution_params p
				where p.parameter_name = 'run' and p.parameter_value = '%d'
				""".formatted(run);
		this.jdbc
			.sql("""
					update batch_step_execution set status = 'FAILED', version = version + 1, end_time = coalesce(end_time, last_updated)
					where status in ('STARTING', 'STARTED', 'STOPPING', 'UNKNOWN') and job_execution_id in (%s)
					"""
				.formatted(executions))
			.update();
		this.jdbc
			.sql("""
					update batch_job_execution set status = 'FAILED', version = version + 1, end_time = coalesce(end_time, last_updated)
					where status in ('STARTING', 'STARTED', 'STOPPING', 'UNKNOWN') and job_execution_id in (%s)
					"""
				.formatted(executions))
			.update();
	}

	private static Ending ending(JobExecution execution) {
		if (execution.getStatus() == BatchStatus.COMPLETED) {
			return new Ending(RunState.COMPLETED, Optional.empty());
		}
		if (execution.getStatus() == BatchStatus.STOPPED) {
			return new Ending(RunState.STOPPED, Optional.empty());
		}
		for (Throwable failure : execution.getAllFailureExceptions()) {
			for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
				if (cause instanceof SupersededException) {
					return new Ending(RunState.SUPERSEDED, Optional.ofNullable(cause.getMessage()));
				}
				if (cause instanceof RunFailedException) {
					return new Ending(RunState.FAILED, Optional.ofNullable(cause.getMessage()));
				}
			}
		}
		execution.getAllFailureExceptions().forEach((failure) -> LOG.debug("a step failed", failure));
		return new Ending(RunState.FAILED, cause(execution).map(Troubles::tell));
	}

	/** A partitioned step says itself only that one of its workers has failed. */
	private static Optional<Throwable> cause(JobExecution execution) {
		return execution.getAllFailureExceptions()
			.stream()
			.min(Comparator
				.comparing((failure) -> failure instanceof org.springframework.batch.core.job.JobExecutionException));
	}

	/**
	 * What a job came to.
	 *
	 * @param state COMPLETED, STOPPED, FAILED or SUPERSEDED
	 * @param error what went wrong, for a person
	 */
	record Ending(RunState state, Optional<String> error) {

	}

}
