package dev.tieout.job;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import javax.sql.DataSource;

/**
 * Two connections that see one snapshot and write nothing: orders are copied over one of
 * them, by far the most rows, while the other serves all that belongs to them.
 */
final class CaseConnections implements AutoCloseable {

	private final Connection main;

	private final Connection orders;

	private CaseConnections(Connection main, Connection orders) {
		this.main = main;
		this.orders = orders;
	}

	/**
	 * Opens both.
	 * @param settings statements for both transactions, empty for none
	 */
	static CaseConnections open(DataSource dataSource, String settings) throws SQLException {
		Connection main = dataSource.getConnection();
		try {
			Connection orders = dataSource.getConnection();
			try {
				begin(main, orders, settings);
				return new CaseConnections(main, orders);
			}
			catch (SQLException | RuntimeException ex) {
				release(orders);
				throw ex;
			}
		}
		catch (SQLException | RuntimeException ex) {
			release(main);
			throw ex;
		}
	}

	private static void begin(Connection main, Connection orders, String settings) throws SQLException {
		begin(main);
		begin(orders);
		try (Statement first = main.createStatement(); Statement second = orders.createStatement()) {
			first.execute("select pg_export_snapshot()");
			try (var snapshot = first.getResultSet()) {
				snapshot.next();
				second.execute("set transaction snapshot '" + snapshot.getString(1) + "'");
			}
			// Workers divide the orders among themselves; a copy would divide them again.
			second.execute("set local max_parallel_workers_per_gather = 0");
			if (!settings.isEmpty()) {
				first.execute(settings);
				second.execute(settings);
			}
		}
	}

	private static void begin(Connection connection) throws SQLException {
		connection.setAutoCommit(false);
		connection.setReadOnly(true);
		connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
	}

	/** For all streams but the orders. */
	Connection main() {
		return this.main;
	}

	/** For the orders alone. */
	Connection orders() {
		return this.orders;
	}

	@Override
	public void close() throws SQLException {
		try {
			release(this.orders);
		}
		finally {
			release(this.main);
		}
	}

	/** The pool makes of it what it was. */
	private static void release(Connection connection) throws SQLException {
		try (connection) {
			connection.rollback();
		}
	}

}
