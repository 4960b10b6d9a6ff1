package dev.tieout.database;

import java.io.IOException;
import java.time.Duration;

/** Waits for something in another process, which cannot notify. */
final class Poll {

	private static final Duration PAUSE = Duration.ofMillis(20);

	private Poll() {
	}

	/** Something that may become true. */
	@FunctionalInterface
	interface Condition {

		boolean holds() throws IOException;

	}

	/**
	 * Waits until a condition holds.
	 * @param condition asked every 20 milliseconds
	 * @param patience how long to wait
	 * @return whether it held in time
	 * @throws IOException if the condition cannot be told
	 */
	static boolean until(Condition condition, Duration patience) throws IOException {
		long end = System.nanoTime() + patience.toNanos();
		while (!condition.holds()) {
			if (System.nanoTime() > end) {
				return false;
			}
			pause();
		}
		return true;
	}

	private static void pause() {
		try {
			Thread.sleep(PAUSE.toMillis());
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new DatabaseUnavailableException("Interrupted while waiting for the database server.", ex);
		}
	}

}
