package dev.tieout.job;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks whether a run is to stop while a thread works on a connection, and cancels what
 * the connection is at. It cancels again and again, because a cancellation that arrives
 * between two statements is lost; and never after it was closed, so that none can hit a
 * commit.
 */
final class Canceller implements AutoCloseable {

	private static final Logger LOG = LoggerFactory.getLogger(Canceller.class);

	private static final long LOOK_EVERY_MILLIS = 200;

	private final PGConnection connection;

	private final StopFlag stop;

	private final Thread worker = Thread.currentThread();

	private final CountDownLatch closed = new CountDownLatch(1);

	private boolean cancelled;

	private Canceller(PGConnection connection, StopFlag stop) {
		this.connection = connection;
		this.stop = stop;
		Thread watch = new Thread(this::watch, this.worker.getName() + " canceller");
		watch.setDaemon(true);
		watch.start();
	}

	static Canceller of(Connection connection, StopFlag stop) {
		try {
			return new Canceller(connection.unwrap(PGConnection.class), stop);
		}
		catch (SQLException ex) {
			throw new IllegalStateException("the connection cannot be used: " + ex.getMessage(), ex);
		}
	}

	private void watch() {
		while (look()) {
			if (this.worker.isInterrupted()) {
				this.stop.raise();
			}
			try {
				if (this.stop.isRaised()) {
					cancel();
				}
			}
			catch (RuntimeException | SQLException ex) {
				// The work itself tells when the database is gone.
				LOG.debug("could not look for a stop, or not cancel", ex);
			}
		}
	}

	/** Waits a moment, and answers whether there still is work. */
	private boolean look() {
		try {
			return !this.closed.await(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			return false;
		}
	}

	/**
	 * PostgreSQL has passed the cancellation on when the call returns, so closing waits
	 * for that.
	 */
	private synchronized void cancel() throws SQLException {
		if (this.closed.getCount() > 0) {
			this.cancelled = true;
			this.connection.cancelQuery();
		}
	}

	synchronized boolean hasCancelled() {
		return this.cancelled;
	}

	@Override
	public synchronized void close() {
		this.closed.countDown();
	}

}
