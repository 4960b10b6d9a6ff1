package dev.tieout.cli;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Lets a command that is told to end (Ctrl-C, SIGTERM) come to a clean stop first, and
 * gives the process the exit code of that.
 */
final class Termination {

	/** Longer than a run takes to its chunk's boundary. */
	private static final Duration PATIENCE = Duration.ofSeconds(20);

	private final CountDownLatch finished = new CountDownLatch(1);

	private final AtomicInteger exitCode = new AtomicInteger();

	/**
	 * Says what stops the command.
	 * @param stop called at most once, from another thread; the process then waits for
	 * the command's end
	 */
	void onSignal(Runnable stop) {
		Runtime.getRuntime().addShutdownHook(new Thread(() -> end(stop), "tieout-stop"));
	}

	private void end(Runnable stop) {
		if (this.finished.getCount() == 0) {
			return;
		}
		stop.run();
		try {
			if (this.finished.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
				// A process that is ended by a signal has the signal's exit code
				// otherwise.
				Runtime.getRuntime().halt(this.exitCode.get());
			}
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
		}
	}

	/** The command has come to its end and closed everything. */
	void finished(int code) {
		this.exitCode.set(code);
		this.finished.countDown();
	}

}
