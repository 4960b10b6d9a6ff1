package dev.tieout.scenario;

import java.util.concurrent.Callable;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;

/**
 * Something that is done while a test does something else.
 *
 * @param <T> what it comes to
 */
final class Aside<T> implements AutoCloseable {

	private static final long PATIENCE = 60;

	private final FutureTask<T> task;

	private final Thread thread;

	private Aside(Callable<T> work) {
		this.task = new FutureTask<>(work);
		this.thread = new Thread(this.task, "aside");
		this.thread.setDaemon(true);
	}

	static <T> Aside<T> start(Callable<T> work) {
		Aside<T> aside = new Aside<>(work);
		aside.thread.start();
		return aside;
	}

	/** Waits for its end; what it threw comes as the cause. */
	T end() throws Exception {
		return this.task.get(PATIENCE, TimeUnit.SECONDS);
	}

	boolean isDone() {
		return this.task.isDone();
	}

	@Override
	public void close() {
		this.thread.interrupt();
	}

}
