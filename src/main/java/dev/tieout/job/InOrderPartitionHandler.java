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

import org.springframework.batch.core.job.JobInterruptedException;
import org.springframework.batch.core.partition.PartitionHandler;
import org.springframework.batch.core.partition.StepExecutionSplitter;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;

/**
 * Runs a step's partitions on a fixed number of threads, starting them in the order of
 * their names. Batch's own handler starts them in no order, but files of one store build
 * on each other. It returns only when all of them have ended: whoever goes on while one
 * is still writing would judge half of its rows.
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

	private final StopFlag stop;

	InOrderPartitionHandler(Step worker, int threads, int partitions, StopFlag stop) {
		this.worker = worker;
		this.threads = Math.max(1, Math.min(threads, MOST_THREADS));
		this.partitions = partitions;
		this.stop = stop;
	}

	@Override
	public Collection<StepExecution> handle(StepExecutionSplitter splitter, StepExecution manager) throws Exception {
		Set<StepExecution> executions = splitter.split(manager, this.partitions);
		List<StepExecution> inOrder = new ArrayList<>(executions);
		inOrder.sort(Comparator.comparing(StepExecution::getStepName));
		ExecutorService executor = Executors.newFixedThreadPool(this.threads,
				(work) -> new Thread(work, manager.getStepName()));
		try {
			List<Future<?>> running = new ArrayList<>();
			for (StepExecution execution : inOrder) {
				running.add(executor.submit(() -> {
					this.worker.execute(execution);
					return execution;
				}));
			}
			awaitAll(running, inOrder);
		}
		finally {
			executor.shutdown();
		}
		return inOrder;
	}

	/**
	 * An interrupt stops the workers at their next chunk boundary. What a worker failed
	 * with is thrown as it is: Batch would only say that some step failed.
	 */
	private void awaitAll(List<Future<?>> running, List<StepExecution> executions) throws Exception {
		List<Exception> failures = new ArrayList<>();
		boolean interrupted = false;
		for (Future<?> future : running) {
			boolean ended = false;
			while (!ended) {
				try {
					future.get();
					ended = true;
				}
				catch (ExecutionException ex) {
					failures.add((ex.getCause() instanceof Exception cause) ? cause : ex);
					ended = true;
				}
				catch (InterruptedException ex) {
					this.stop.raise();
					interrupted = true;
				}
			}
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
		for (StepExecution execution : executions) {
			for (Throwable failure : execution.getFailureExceptions()) {
				failures.add((failure instanceof Exception exception) ? exception : new ExecutionException(failure));
			}
		}
		// A worker that stopped is no failure, and must not hide one.
		failures.sort(Comparator.comparing(InOrderPartitionHandler::isStop));
		if (!failures.isEmpty()) {
			throw failures.get(0);
		}
	}

	private static boolean isStop(Exception failure) {
		return failure instanceof JobInterruptedException || failure instanceof StepStoppedException;
	}

}
