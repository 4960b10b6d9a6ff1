package dev.tieout.bulk;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

import org.postgresql.PGStatement;

/**
 * Rows sorted by customer, read in one pass. Several cursors side by side are merged by
 * asking each for the same customer: no join, flat memory. The connection's autocommit
 * must be off, or the driver loads the whole result. A stream of millions had better be a
 * copy, of which the driver makes no object of each cell.
 *
 * @param <T> what a row is turned into
 */
public final class CustomerCursor<T> implements AutoCloseable {

	/** What {@link #customer} answers after the last row. */
	public static final long END = Long.MAX_VALUE;

	private static final int FETCH_SIZE = 5_000;

	/** What makes the driver ask for the binary form from the first execution on. */
	private static final int BINARY = -1;

	private final Rows<T> rows;

	private long customer;

	/**
	 * Opens a cursor of one of several streams on a connection.
	 * @param connection autocommit off
	 * @param sql a query whose first column is the customer's number, ordered by it
	 * @param reader turns the current row into a value
	 * @throws SQLException when the query fails
	 */
	public CustomerCursor(Connection connection, String sql, RowReader<T> reader) throws SQLException {
		this(new FetchedRows<>(connection, sql, reader));
	}

	/**
	 * Opens a cursor of the stream that has a connection to itself.
	 * @param copied rows whose first column is the customer's number, ordered by it
	 * @param reader turns what is left of the current row into a value
	 * @throws SQLException when the query fails
	 */
	public CustomerCursor(CopiedRows copied, CopyReader<T> reader) throws SQLException {
		this(new RowsOfCopy<>(copied, reader));
	}

	private CustomerCursor(Rows<T> rows) throws SQLException {
		this.rows = rows;
		try {
			advance();
		}
		catch (SQLException | RuntimeException ex) {
			closeAfter(ex);
			throw ex;
		}
	}

	/** A copy that stays open holds its connection for good. */
	private void closeAfter(Exception failure) {
		try {
			close();
		}
		catch (SQLException ex) {
			failure.addSuppressed(ex);
		}
	}

	/**
	 * Returns whose rows come next.
	 * @return the customer's number, or {@link #END}
	 */
	public long customer() {
		return this.customer;
	}

	/**
	 * Returns the rows of a customer and goes past them.
	 * @param wanted the customer's number; not below what was asked for before
	 * @return the rows, none where the customer has none
	 * @throws SQLException when reading fails
	 */
	public List<T> take(long wanted) throws SQLException {
		if (this.customer > wanted) {
			return List.of();
		}
		List<T> taken = new ArrayList<>();
		while (this.customer <= wanted) {
			if (this.customer == wanted) {
				taken.add(this.rows.value());
			}
			advance();
		}
		return taken;
	}

	@Override
	public void close() throws SQLException {
		this.rows.close();
	}

	private void advance() throws SQLException {
		this.customer = this.rows.next() ? this.rows.customer() : END;
	}

	/** Turns the current row of a result into a value. */
	@FunctionalInterface
	public interface RowReader<T> {

		/**
		 * Reads the current row.
		 * @param row the result, standing on the row
		 * @return its value
		 * @throws SQLException when reading fails
		 */
		T read(ResultSet row) throws SQLException;

	}

	/** Turns the current row of a copy into a value. */
	@FunctionalInterface
	public interface CopyReader<T> {

		/**
		 * Reads the current row.
		 * @param row the copy, standing behind the customer's number
		 * @return its value
		 * @throws SQLException when reading fails
		 */
		T read(CopiedRows row) throws SQLException;

	}

	/** Where rows come from, one after the other. */
	private interface Rows<T> extends AutoCloseable {

		boolean next() throws SQLException;

		/** Asked once a row, before its value. */
		long customer() throws SQLException;

		T value() throws SQLException;

		@Override
		void close() throws SQLException;

	}

	private static final class FetchedRows<T> implements Rows<T> {

		private final PreparedStatement statement;

		private final ResultSet rows;

		private final RowReader<T> reader;

		FetchedRows(Connection connection, String sql, RowReader<T> reader) throws SQLException {
			this.statement = connection.prepareStatement(sql);
			// Numbers and times as they are: as text, both sides would convert each.
			this.statement.unwrap(PGStatement.class).setPrepareThreshold(BINARY);
			this.statement.setFetchSize(FETCH_SIZE);
			this.rows = this.statement.executeQuery();
			this.reader = reader;
		}

		@Override
		public boolean next() throws SQLException {
			return this.rows.next();
		}

		@Override
		public long customer() throws SQLException {
			return this.rows.getLong(1);
		}

		@Override
		public T value() throws SQLException {
			return this.reader.read(this.rows);
		}

		@Override
		public void close() throws SQLException {
			this.statement.close();
		}

	}

	private record RowsOfCopy<T>(CopiedRows copied, CopyReader<T> reader) implements Rows<T> {

		@Override
		public boolean next() throws SQLException {
			return this.copied.next();
		}

		@Override
		public long customer() {
			return this.copied.number();
		}

		@Override
		public T value() throws SQLException {
			return this.reader.read(this.copied);
		}

		@Override
		public void close() throws SQLException {
			this.copied.close();
		}

	}

}
