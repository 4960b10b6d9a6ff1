package dev.tieout.bulk;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;
import org.postgresql.util.PSQLState;

/**
 * Rows of a query in the binary form of COPY: several times as many a second as a cursor
 * reads, and memory holds one of them. A row's cells are taken in the order of the
 * columns. Until the last row was read, or this is closed, the connection does nothing
 * else.
 */
public final class CopiedRows implements AutoCloseable {

	private static final int HEADER = 19;

	private static final byte FIRST_OF_HEADER = 'P';

	private static final long EPOCH_2000_SECONDS = 946_684_800L;

	private static final long EPOCH_2000_DAYS = 10_957L;

	private static final int MILLION = 1_000_000;

	private final PGConnection connection;

	private final CopyOut copy;

	private ByteBuffer row = ByteBuffer.allocate(0);

	/**
	 * Opens the rows.
	 * @param connection a connection to PostgreSQL, pooled or not
	 * @param query a select without parameters; its columns have the types that their
	 * cells are asked for
	 * @throws SQLException when the query fails
	 */
	public CopiedRows(Connection connection, String query) throws SQLException {
		this.connection = connection.unwrap(PGConnection.class);
		this.copy = this.connection.getCopyAPI().copyOut("copy (" + query + ") to stdout (format binary)");
	}

	/**
	 * Goes to the next row. The server sends each as a message of its own, the header
	 * before the first and a short of -1 after the last.
	 * @return whether there is one
	 * @throws SQLException when reading fails
	 */
	public boolean next() throws SQLException {
		byte[] message = this.copy.readFromCopy();
		if (message == null) {
			return false;
		}
		this.row = ByteBuffer.wrap(message);
		if (message.length >= HEADER && message[0] == FIRST_OF_HEADER) {
			this.row.position(HEADER);
			if (!this.row.hasRemaining()) {
				return next();
			}
		}
		return this.row.getShort() >= 0 || next();
	}

	/** Takes a {@code bigint}. */
	public long number() {
		required(8);
		return this.row.getLong();
	}

	/** Takes an {@code int}. */
	public int integer() {
		required(4);
		return this.row.getInt();
	}

	/** Takes a {@code smallint}. */
	public int small() {
		required(2);
		return this.row.getShort();
	}

	/** Takes a {@code bigint} that may be null. */
	public @Nullable Long numberOrNull() {
		return (this.row.getInt() < 0) ? null : this.row.getLong();
	}

	/** Takes an {@code int} that may be null. */
	public @Nullable Integer integerOrNull() {
		return (this.row.getInt() < 0) ? null : this.row.getInt();
	}

	/** Takes a {@code text}. */
	public String text() {
		int length = this.row.getInt();
		String text = new String(this.row.array(), this.row.position(), length, StandardCharsets.UTF_8);
		this.row.position(this.row.position() + length);
		return text;
	}

	/** Takes a {@code text} that may be null: then it is empty. */
	public String textOrEmpty() {
		if (this.row.getInt(this.row.position()) < 0) {
			this.row.getInt();
			return "";
		}
		return text();
	}

	/**
	 * Takes a {@code timestamptz}.
	 * @return {@link Instant#MIN} for {@code -infinity}, {@link Instant#MAX} for
	 * {@code infinity}
	 */
	public Instant instant() {
		long micros = number();
		if (micros == Long.MIN_VALUE || micros == Long.MAX_VALUE) {
			return (micros < 0) ? Instant.MIN : Instant.MAX;
		}
		return Instant.ofEpochSecond(Math.floorDiv(micros, MILLION) + EPOCH_2000_SECONDS,
				Math.floorMod(micros, MILLION) * 1_000L);
	}

	/**
	 * Takes a {@code date}.
	 * @return {@link LocalDate#MIN} for {@code -infinity}, {@link LocalDate#MAX} for
	 * {@code infinity}
	 */
	public LocalDate date() {
		int days = integer();
		if (days == Integer.MIN_VALUE || days == Integer.MAX_VALUE) {
			return (days < 0) ? LocalDate.MIN : LocalDate.MAX;
		}
		return LocalDate.ofEpochDay(days + EPOCH_2000_DAYS);
	}

	private void required(int length) {
		int found = this.row.getInt();
		if (found != length) {
			throw new IllegalStateException(
					"a cell of " + length + " bytes was expected, but it has " + found + " (-1: it is null)");
		}
	}

	/**
	 * Gives up the rows that were not read. The driver's own way would take the answer of
	 * a copy that had just come to its end for that of the next statement.
	 */
	@Override
	public void close() throws SQLException {
		if (!this.copy.isActive()) {
			return;
		}
		this.connection.cancelQuery();
		try {
			byte[] message = this.copy.readFromCopy();
			while (message != null) {
				message = this.copy.readFromCopy();
			}
		}
		catch (SQLException ex) {
			if (!PSQLState.QUERY_CANCELED.getState().equals(ex.getSQLState())) {
				throw ex;
			}
		}
		finally {
			// A broken connection stays taken else, and whoever rolls it back waits for
			// good.
			if (this.copy.isActive()) {
				this.copy.cancelCopy();
			}
		}
	}

}
