package dev.tieout.job;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import org.postgresql.PGConnection;

import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Work of few and long statements, which knows no chunk boundary: a stop cancels the
 * statement at work, and with its transaction all of the work rolls back. What comes
 * after the work, the commit above all, is never cancelled.
 */
final class StoppableWork {

	/** What PostgreSQL answers to a statement that was cancelled. */
	private static final String QUERY_CANCELED = "57014";

	private final StopFlag stop;

	StoppableWork(StopFlag stop) {
		this.stop = stop;
	}

	/**
	 * Works in the current transaction until it is done or the run is to stop.
	 * @param <T> what the work answers
	 * @param <E> what it may throw
	 * @param dataSource whose connection the transaction has
	 * @param work may be cancelled at any statement
	 * @return what the work answers
	 * @throws StepStoppedException if it was stopped, before it began or in its middle
	 */
	<T, E extends Exception> T on(DataSource dataSource, Work<T, E> work) throws E {
		Connection connection = DataSourceUtils.getConnection(dataSource);
		try {
			return on(connection, work);
		}
		finally {
			DataSourceUtils.releaseConnection(connection, dataSource);
		}
	}

	/**
	 * Works on a connection until it is done or the run is to stop.
	 * @param <T> what the work answers
	 * @param <E> what it may throw
	 * @param connection the one that the work's statements run on
	 * @param work may be cancelled at any statement
	 * @return what the work answers
	 * @throws StepStoppedException if it was stopped, before it began or in its middle
	 */
	<T, E extends Exception> T on(Connection connection, Work<T, E> work) throws E {
		if (this.stop.isRaised()) {
			throw new StepStoppedException("stopped before it began");
		}
		try (Canceller canceller = Canceller.of(connection, this.stop)) {
			return worked(work, canceller);
		}
	}

	private static <T, E extends Exception> T worked(Work<T, E> work, Canceller canceller) throws E {
		try {
			return work.run();
		}
		catch (Exception ex) {
			if (canceller.hasCancelled() && isCancelled(ex)) {
				StepStoppedException stopped = new StepStoppedException("stopped; it starts anew");
				stopped.addSuppressed(ex);
				throw stopped;
			}
			throw ex;
		}
	}

	private static boolean isCancelled(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof SQLException sql && QUERY_CANCELED.equals(sql.getSQLState())) {
				return true;
			}
		}
		return false;
	}

	/**
	 * What is to be done.
	 *
	 * @param <T> what it answers
	 * @param <E> what it may throw
	 */
	@FunctionalInterface
	interface Work<T, E extends Exception> {

		T run() throws E;

	}

}
