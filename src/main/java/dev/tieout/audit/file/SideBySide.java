package dev.tieout.audit.file;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Writes several files at once: the database reads for one of them while another is
 * written.
 */
final class SideBySide {

	private static final int AT_ONCE = 2;

	private SideBySide() {
	}

	/**
	 * Writes files, and returns when none is being written any more.
	 * @param writings each writes one file, in a thread of its own
	 * @throws IOException what the first of them that failed has thrown
	 */
	static void write(List<Writing> writings) throws IOException {
		ExecutorService threads = Executors.newFixedThreadPool(AT_ONCE, (task) -> {
			Thread thread = new Thread(task, "report");
			thread.setDaemon(true);
			return thread;
		});
		List<Callable<Boolean>> tasks = new ArrayList<>();
		writings.forEach((writing) -> tasks.add(() -> {
			writing.write();
			return true;
		}));
		try {
			for (Future<Boolean> written : threads.invokeAll(tasks)) {
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
		finally {
			threads.shutdownNow();
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
