package dev.tieout.job;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

import org.springframework.batch.core.partition.PartitionHandler;
import org.springframework.batch.core.partition.StepExecutionSplitter;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;

/**
 * Runs a step's partitions on a fixed number of threads, starting them in the order of
 * their names. Batch's own handler starts them in no order, but files of one store build
 * on each other.
 */
final class InOrderPartitionHandler implements PartitionHandler {

	/**
	 * Each holds two connections; more at once than the pool has would wait for each
	 * other.
	 */
	private static final int MOST_THREADS = 16;

	private final Step worker;

	private final int threads;

	private final int partitions;

	InOrderPartitionHandler(Step worker, int threads, int partitions) {
		this.worker = worker;
		this.threads = threads;
		this.partitions = partitions;
	}

	@Override
	public Collection<StepExecution> handle(StepExecutionSplitter splitter, StepExecution manager) throws Exception {
		Set<StepExecution> executions = splitter.split(manager, this.partitions);
		List<StepExecution> inOrder = new ArrayList<>(executions);
		inOrder.sort(Comparator.comparing(StepExecution::getStepName));
		ExecutorService executor = Executors.newFixedThreadPool(Math.max(1, Math.min(this.threads, MOST_THREADS)),
				(work) -> new Thread(work, manager.getStepName()));
		try {
			List<Future<?>> running = new ArrayList<>();
			for (StepExecution execution : inOrder) {
				running.add(executor.submit(() -> {
					this.worker.execute(execution);
					return execution;
				}));
			}
			for (Future<?> future : running) {
				await(future);
			}
		}
		finally {
			executor.shutdown();
		}
		return inOrder;
	}

	private static void await(Future<?> future) throws Exception {
		try {
			future.get();
		}
		catch (ExecutionException ex) {
			if (ex.getCause() instanceof Exception cause) {
				throw cause;
			}
			throw ex;
		}
	}

}
