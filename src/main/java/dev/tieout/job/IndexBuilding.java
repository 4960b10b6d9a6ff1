package dev.tieout.job;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

import javax.sql.DataSource;

import org.postgresql.PGConnection;

/** Builds the indexes of a first load on a connection of its own. */
final class IndexBuilding implements AutoCloseable {

	private static final long CANCEL_EVERY_MILLIS = 200;

	private final Connection connection;

	private final FutureTask<Boolean> task;

	private final Thread thread;

	private IndexBuilding(Connection connection) {
		this.connection = connection;
		this.task = new FutureTask<>(this::build);
		this.thread = new Thread(this.task, "indexes");
		this.thread.setDaemon(true);
	}

	static IndexBuilding begin(DataSource dataSource) {
		try {
			IndexBuilding building = new IndexBuilding(dataSource.getConnection());
			building.thread.start();
			return building;
		}
		catch (SQLException ex) {
			throw new IllegalStateException("no connection to build indexes on: " + ex.getMessage(), ex);
		}
	}

	private boolean build() throws SQLException {
		this.connection.setAutoCommit(false);
		try (Statement statement = this.connection.createStatement()) {
			// The steps have the other processor.
			statement.execute("set local max_parallel_maintenance_workers = 0");
			statement.execute("select ensure_order_indexes(), ensure_decision_indexes()");
			this.connection.commit();
			return true;
		}
	}

	/**
	 * Waits until all of them are built.
	 * @throws IllegalStateException if they cannot be, with the cause
	 */
	void finish() {
		try {
			this.task.get();
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new StepStoppedException("interrupted; it starts anew");
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException("the indexes were not built", ex.getCause());
		}
	}

	/**
	 * Gives up what is not built yet. It is cancelled again and again, because a
	 * cancellation that arrives before a statement is lost.
	 */
	@Override
	public void close() throws SQLException {
		boolean interrupted = false;
		try (this.connection) {
			while (this.thread.isAlive()) {
				this.connection.unwrap(PGConnection.class).cancelQuery();
				try {
					this.thread.join(CANCEL_EVERY_MILLIS);
				}
				catch (InterruptedException ex) {
					interrupted = true;
				}
			}
		}
		if (interrupted) {
			Thread.currentThread().interrupt();
		}
	}

}
