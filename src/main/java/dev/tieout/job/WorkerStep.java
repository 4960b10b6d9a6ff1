package dev.tieout.job;

import java.util.function.Function;

import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;

/**
 * A partition's step. Each execution gets a step of its own, so that partitions share no
 * reader and no writer.
 */
final class WorkerStep implements Step {

	private final String name;

	private final Function<StepExecution, Step> steps;

	WorkerStep(String name, Function<StepExecution, Step> steps) {
		this.name = name;
		this.steps = steps;
	}

	/**
	 * The number at the end of a partition's name, which says what its part of the work
	 * is. Its execution context does not: Batch commits a partition without one, and what
	 * is killed right then has none when it is restarted.
	 */
	static int part(StepExecution execution) {
		String name = execution.getStepName();
		return Integer.parseInt(name.substring(name.lastIndexOf(':') + 1));
	}

	@Override
	public String getName() {
		return this.name;
	}

	@Override
	public void execute(StepExecution execution) throws JobInterruptedException {
		this.steps.apply(execution).execute(execution);
	}

}
