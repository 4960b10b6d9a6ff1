package dev.tieout.proof;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;

import org.jspecify.annotations.Nullable;

/**
 * Lines in the one form that is hashed: fields between tabs, a line feed at the end, in
 * UTF-8; as PostgreSQL's {@code COPY ... TO STDOUT} writes text, so that {@code psql} can
 * write the same bytes (docs/proof.md). Not for several threads.
 */
public final class CanonicalText {

	private static final int MICROS = 1_000;

	private static final long SECONDS_A_DAY = 86_400;

	private static final int FOUR_DIGITS = 9_999;

	private byte[] bytes = new byte[1 << 16];

	private int length;

	private boolean started;

	/** Adds a whole number. */
	public CanonicalText field(long value) {
		separate();
		append(value);
		return this;
	}

	/** Adds a whole number, or what stands for none. */
	public CanonicalText field(@Nullable Number value) {
		return (value != null) ? field(value.longValue()) : nothing();
	}

	/**
	 * Adds a text. What would end the field or the line is written with a backslash.
	 */
	public CanonicalText field(@Nullable String value) {
		if (value == null) {
			return nothing();
		}
		separate();
		int characters = value.length();
		ensure(characters);
		for (int i = 0; i < characters; i++) {
			char c = value.charAt(i);
			if (c < ' ' || c == '\\' || c > '~') {
				return escaped(value, i);
			}
			this.bytes[this.length++] = (byte) c;
		}
		return this;
	}

	/** Adds an instant in UTC with microseconds: {@code 2026-10-31T04:30:00.000000Z}. */
	public CanonicalText field(Instant value) {
		if (value.equals(Instant.MIN) || value.equals(Instant.MAX)) {
			return field(value.equals(Instant.MIN) ? "-infinity" : "infinity");
		}
		separate();
		long seconds = value.getEpochSecond();
		int ofDay = (int) Math.floorMod(seconds, SECONDS_A_DAY);
		appendDay(Math.floorDiv(seconds, SECONDS_A_DAY));
		ensure(17);
		put('T');
		two(ofDay / 3_600);
		put(':');
		two(ofDay / 60 % 60);
		put(':');
		two(ofDay % 60);
		put('.');
		int micros = value.getNano() / MICROS;
		two(micros / 10_000);
		two(micros / 100 % 100);
		two(micros % 100);
		put('Z');
		return this;
	}

	/** Adds a date: {@code 2026-10-31}. */
	public CanonicalText field(LocalDate value) {
		if (value.equals(LocalDate.MIN) || value.equals(LocalDate.MAX)) {
			return field(value.equals(LocalDate.MIN) ? "-infinity" : "infinity");
		}
		separate();
		appendDay(value.toEpochDay());
		return this;
	}

	/** Adds what stands for no value. */
	public CanonicalText nothing() {
		separate();
		ensure(2);
		put('\\');
		put('N');
		return this;
	}

	/** Ends the line. */
	public CanonicalText end() {
		ensure(1);
		put('\n');
		this.started = false;
		return this;
	}

	/**
	 * Returns what was added since this was emptied.
	 * @return whole lines, if the last was ended
	 */
	@Override
	public String toString() {
		return new String(this.bytes, 0, this.length, StandardCharsets.UTF_8);
	}

	/**
	 * Gives away what was added and empties this.
	 * @param taker takes bytes
	 * @param <E> what the taker may throw
	 * @throws E from the taker
	 */
	public <E extends Exception> void drainTo(Taker<E> taker) throws E {
		taker.take(this.bytes, 0, this.length);
		this.length = 0;
	}

	int length() {
		return this.length;
	}

	byte[] bytes() {
		return this.bytes;
	}

	private void separate() {
		ensure(1);
		if (this.started) {
			put('\t');
		}
		this.started = true;
	}

	private CanonicalText escaped(String value, int from) {
		StringBuilder text = new StringBuilder(value.length() - from + 8);
		for (int i = from; i < value.length(); i++) {
			char c = value.charAt(i);
			switch (c) {
				case '\\' -> text.append("\\\\");
				case '\t' -> text.append("\\t");
				case '\n' -> text.append("\\n");
				case '\r' -> text.append("\\r");
				case '\b' -> text.append("\\b");
				case '\f' -> text.append("\\f");
				case '\u000b' -> text.append("\\v");
				default -> text.append(c);
			}
		}
		byte[] rest = text.toString().getBytes(StandardCharsets.UTF_8);
		ensure(rest.length);
		System.arraycopy(rest, 0, this.bytes, this.length, rest.length);
		this.length += rest.length;
		return this;
	}

	private void appendDay(long epochDay) {
		LocalDate date = LocalDate.ofEpochDay(epochDay);
		int year = date.getYear();
		if (year < 1 || year > FOUR_DIGITS) {
			byte[] written = date.toString().getBytes(StandardCharsets.US_ASCII);
			ensure(written.length);
			System.arraycopy(written, 0, this.bytes, this.length, written.length);
			this.length += written.length;
			return;
		}
		ensure(10);
		two(year / 100);
		two(year % 100);
		put('-');
		two(date.getMonthValue());
		put('-');
		two(date.getDayOfMonth());
	}

	private void append(long value) {
		ensure(20);
		if (value < 0 || value > Integer.MAX_VALUE) {
			for (byte digit : Long.toString(value).getBytes(StandardCharsets.US_ASCII)) {
				this.bytes[this.length++] = digit;
			}
			return;
		}
		int rest = (int) value;
		int digits = 1;
		for (int limit = rest; limit >= 10; limit /= 10) {
			digits++;
		}
		for (int at = this.length + digits - 1; at >= this.length; at--) {
			this.bytes[at] = (byte) ('0' + rest % 10);
			rest /= 10;
		}
		this.length += digits;
	}

	private void two(int value) {
		put((char) ('0' + value / 10));
		put((char) ('0' + value % 10));
	}

	private void put(char c) {
		this.bytes[this.length++] = (byte) c;
	}

	private void ensure(int more) {
		if (this.bytes.length - this.length < more) {
			this.bytes = Arrays.copyOf(this.bytes, Math.max(this.bytes.length * 2, this.length + more));
		}
	}

	/**
	 * Takes bytes.
	 *
	 * @param <E> what it may throw
	 */
	@FunctionalInterface
	public interface Taker<E extends Exception> {

		/**
		 * Takes bytes, which are not its own after the call.
		 * @param bytes of them a part
		 * @param from where it starts
		 * @param length how many
		 * @throws E if they cannot be taken
		 */
		void take(byte[] bytes, int from, int length) throws E;

	}

}
