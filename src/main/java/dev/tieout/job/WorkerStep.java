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

	@Override
	public String getName() {
		return this.name;
	}

	@Override
	public void execute(StepExecution execution) throws JobInterruptedException {
		this.steps.apply(execution).execute(execution);
	}

}
