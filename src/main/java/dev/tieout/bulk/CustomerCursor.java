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
 * must be off, or the driver loads the whole result.
 *
 * @param <T> what a row is turned into
 */
public final class CustomerCursor<T> implements AutoCloseable {

	/** What {@link #customer} answers after the last row. */
	public static final long END = Long.MAX_VALUE;

	private static final int FETCH_SIZE = 5_000;

	/** What makes the driver ask for the binary form from the first execution on. */
	private static final int BINARY = -1;

	private final PreparedStatement statement;

	private final ResultSet rows;

	private final RowReader<T> reader;

	private long customer;

	/**
	 * Opens a cursor.
	 * @param connection autocommit off
	 * @param sql a query whose first column is the customer's number, ordered by it
	 * @param reader turns the current row into a value
	 * @throws SQLException when the query fails
	 */
	public CustomerCursor(Connection connection, String sql, RowReader<T> reader) throws SQLException {
		this.statement = connection.prepareStatement(sql);
		// Numbers and times as they are: as text, both sides would convert each of them.
		this.statement.unwrap(PGStatement.class).setPrepareThreshold(BINARY);
		this.statement.setFetchSize(FETCH_SIZE);
		this.rows = this.statement.executeQuery();
		this.reader = reader;
		advance();
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
				taken.add(this.reader.read(this.rows));
			}
			advance();
		}
		return taken;
	}

	@Override
	public void close() throws SQLException {
		this.statement.close();
	}

	private void advance() throws SQLException {
		this.customer = this.rows.next() ? this.rows.getLong(1) : END;
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

}
