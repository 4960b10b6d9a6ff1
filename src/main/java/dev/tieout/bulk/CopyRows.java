package dev.tieout.bulk;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Collects rows in the binary form of COPY and writes them at once. Binary needs no
 * escaping, so no text can break out of its cell. A row's cells are given in the order of
 * the columns. Not for several threads.
 */
public final class CopyRows {

	private static final byte[] HEADER = { 'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0,
			0, 0, 0, 0 };

	/** PostgreSQL counts time from here. */
	private static final long EPOCH_2000_SECONDS = 946_684_800L;

	private static final long EPOCH_2000_DAYS = 10_957L;

	private static final int NULL = -1;

	private static final VarHandle SHORT = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);

	private static final VarHandle INT = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

	private static final VarHandle LONG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

	private final String statement;

	private final short columns;

	private byte[] bytes = new byte[1 << 16];

	private int length;

	private int rows;

	/**
	 * Makes an empty collection.
	 * @param table the table's name
	 * @param columns its columns, in the order in which cells are given
	 */
	public CopyRows(String table, String... columns) {
		this.statement = "copy " + table + " (" + String.join(", ", columns) + ") from stdin (format binary)";
		this.columns = (short) columns.length;
		clear();
	}

	/** Starts a row. */
	public CopyRows row() {
		this.rows++;
		return putShort(this.columns);
	}

	public CopyRows number(long value) {
		return putInt(8).putLong(value);
	}

	public CopyRows integer(int value) {
		return putInt(4).putInt(value);
	}

	public CopyRows small(int value) {
		return putInt(2).putShort((short) value);
	}

	public CopyRows flag(boolean value) {
		putInt(1);
		ensure(1);
		this.bytes[this.length++] = (byte) (value ? 1 : 0);
		return this;
	}

	/**
	 * Adds a time stamp, cut to microseconds.
	 * @param value {@link Instant#MIN} stands for {@code -infinity}, {@link Instant#MAX}
	 * for {@code infinity}
	 */
	public CopyRows instant(Instant value) {
		putInt(8);
		if (value.equals(Instant.MIN)) {
			return putLong(Long.MIN_VALUE);
		}
		if (value.equals(Instant.MAX)) {
			return putLong(Long.MAX_VALUE);
		}
		return putLong((value.getEpochSecond() - EPOCH_2000_SECONDS) * 1_000_000L + value.getNano() / 1_000);
	}

	public CopyRows date(LocalDate value) {
		return putInt(4).putInt((int) (value.toEpochDay() - EPOCH_2000_DAYS));
	}

	public CopyRows uuid(UUID value) {
		return putInt(16).putLong(value.getMostSignificantBits()).putLong(value.getLeastSignificantBits());
	}

	public CopyRows bytes(byte[] value) {
		putInt(value.length);
		ensure(value.length);
		System.arraycopy(value, 0, this.bytes, this.length, value.length);
		this.length += value.length;
		return this;
	}

	/** Adds a text without NUL characters, which PostgreSQL refuses. */
	public CopyRows text(String value) {
		int characters = value.length();
		ensure(4 + characters);
		int start = this.length + 4;
		for (int i = 0; i < characters; i++) {
			char c = value.charAt(i);
			if (c >= 0x80) {
				return bytes(value.getBytes(StandardCharsets.UTF_8));
			}
			this.bytes[start + i] = (byte) c;
		}
		putInt(characters);
		this.length += characters;
		return this;
	}

	/** Adds a text, or NULL for an empty one: fewer bytes for what most rows lack. */
	public CopyRows textOrNull(String value) {
		return value.isEmpty() ? nothing() : text(value);
	}

	/**
	 * Adds a JSON document to a column of type {@code jsonb}, or NULL for an empty one.
	 */
	public CopyRows jsonOrNull(String value) {
		if (value.isEmpty()) {
			return nothing();
		}
		byte[] document = value.getBytes(StandardCharsets.UTF_8);
		byte[] versioned = new byte[document.length + 1];
		versioned[0] = 1;
		System.arraycopy(document, 0, versioned, 1, document.length);
		return bytes(versioned);
	}

	public CopyRows instantOrNull(@Nullable Instant value) {
		return (value != null) ? instant(value) : nothing();
	}

	/** Adds NULL. */
	public CopyRows nothing() {
		return putInt(NULL);
	}

	public boolean isEmpty() {
		return this.rows == 0;
	}

	/**
	 * Writes the rows in the connection's transaction and empties the collection.
	 * @param connection a connection to PostgreSQL, pooled or not
	 * @throws SQLException when the database refuses a row; none is written then
	 */
	public void writeTo(Connection connection) throws SQLException {
		if (this.rows == 0) {
			return;
		}
		int expected = this.rows;
		putShort((short) -1);
		var copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(this.statement);
		try {
			copy.writeToCopy(this.bytes, 0, this.length);
			long written = copy.endCopy();
			if (written != expected) {
				throw new SQLException(expected + " rows were given, but " + written + " were written");
			}
		}
		finally {
			if (copy.isActive()) {
				copy.cancelCopy();
			}
			clear();
		}
	}

	private void clear() {
		this.length = 0;
		this.rows = 0;
		System.arraycopy(HEADER, 0, this.bytes, 0, HEADER.length);
		this.length = HEADER.length;
	}

	private CopyRows putShort(short value) {
		ensure(2);
		SHORT.set(this.bytes, this.length, value);
		this.length += 2;
		return this;
	}

	private CopyRows putInt(int value) {
		ensure(4);
		INT.set(this.bytes, this.length, value);
		this.length += 4;
		return this;
	}

	private CopyRows putLong(long value) {
		ensure(8);
		LONG.set(this.bytes, this.length, value);
		this.length += 8;
		return this;
	}

	private void ensure(int more) {
		if (this.bytes.length - this.length < more) {
			this.bytes = Arrays.copyOf(this.bytes, Math.max(this.bytes.length * 2, this.length + more));
		}
	}

}
