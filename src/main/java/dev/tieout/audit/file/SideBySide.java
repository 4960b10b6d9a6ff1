package dev.tieout.audit.file;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/**
 * Writes several files at once, in threads of their own: the database reads for one of
 * them while another is written, and whoever began them does something else meanwhile.
 */
final class SideBySide implements AutoCloseable {

	private static final int AT_ONCE = 2;

	private final ExecutorService threads;

	private final List<Future<?>> files;

	private SideBySide(ExecutorService threads, List<Future<?>> files) {
		this.threads = threads;
		this.files = files;
	}

	/**
	 * Begins to write files.
	 * @param writings each writes one file
	 * @return what is being written; closing it waits for the end of what has begun
	 */
	static SideBySide begin(List<Writing> writings) {
		ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, (task) -> {
			Thread thread = new Thread(task, "report");
			thread.setDaemon(true);
			return thread;
		});
		List<Future<?>> files = new ArrayList<>();
		for (Writing writing : writings) {
			files.add(threads.submit(() -> {
				writing.write();
				return null;
			}));
		}
		return new SideBySide(threads, files);
	}

	/**
	 * Waits until all files are written.
	 * @throws IOException what the first of them that failed has thrown
	 */
	void finish() throws IOException {
		try {
			for (Future<?> written : this.files) {
				written.get();
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new InterruptedIOException("interrupted while reports were written");
		}
		catch (ExecutionException ex) {
			throw rethrown(Objects.requireNonNull(ex.getCause()));
		}
	}

	/**
	 * Begins no more of them, and returns when none is being written any more: nobody is
	 * to find files that still grow.
	 */
	@Override
	public void close() {
		this.files.forEach((file) -> file.cancel(false));
		this.threads.shutdown();
		boolean interrupted = false;
		while (!this.threads.isTerminated()) {
			try {
				this.threads.awaitTermination(1, TimeUnit.MINUTES);
			}
			catch (InterruptedException ex) {
				interrupted = true;
			}
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

	private static IOException rethrown(Throwable cause) {
		if (cause instanceof RuntimeException unchecked) {
			throw unchecked;
		}
		if (cause instanceof Error error) {
			throw error;
		}
		return (cause instanceof IOException failed) ? failed : new IOException(cause);
	}

	/** Writes one file. */
	@FunctionalInterface
	interface Writing {

		void write() throws IOException;

	}

}
