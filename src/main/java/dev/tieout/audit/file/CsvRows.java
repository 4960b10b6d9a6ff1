package dev.tieout.audit.file;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;

import dev.tieout.audit.PrintableText;
import dev.tieout.audit.Total;

/**
 * Rows of a CSV export, built in memory and handed on as bytes: UTF-8, line feeds, quotes
 * where RFC 4180 needs them. A text cell that a spreadsheet would take for a formula gets
 * an apostrophe in front (files.md, Exports). One instance is reused for all rows of a
 * file; it is not for several threads.
 */
public final class CsvRows implements RowOutput {

	private static final int SECONDS_OF_DAY = 86_400;

	/** 9999-12-31: later days need more than four digits for their year. */
	private static final long LAST_DAY = 2_932_896;

	private byte[] bytes = new byte[1 << 16];

	private int size;

	private boolean inRow;

	private final byte[] dayText = new byte[10];

	private long dayOfText = Long.MIN_VALUE;

	@Override
	public CsvRows text(String value) {
		startCell();
		int length = value.length();
		if (length == 0) {
			return this;
		}
		require(length + 1);
		if (PrintableText.looksLikeFormula(value)) {
			this.bytes[this.size++] = '\'';
		}
		byte[] cell = this.bytes;
		int start = this.size;
		for (int i = 0; i < length; i++) {
			char c = value.charAt(i);
			if (c >= 0x7f || c < ' ' || c == '"' || c == ',') {
				uncommonText(value);
				return this;
			}
			cell[start + i] = (byte) c;
		}
		this.size = start + length;
		return this;
	}

	@Override
	public CsvRows blank() {
		startCell();
		return this;
	}

	@Override
	public CsvRows number(long value) {
		startCell();
		ascii(Long.toString(value));
		return this;
	}

	@Override
	public CsvRows money(long minor, int digits) {
		startCell();
		String text = Long.toString(minor);
		int sign = (minor < 0) ? 1 : 0;
		int whole = text.length() - sign - digits;
		require(text.length() + digits + 3);
		if (sign == 1) {
			this.bytes[this.size++] = '-';
		}
		if (whole <= 0) {
			this.bytes[this.size++] = '0';
		}
		for (int i = sign; i < sign + whole; i++) {
			this.bytes[this.size++] = (byte) text.charAt(i);
		}
		if (digits > 0) {
			this.bytes[this.size++] = '.';
		}
		for (int i = whole; i < 0; i++) {
			this.bytes[this.size++] = '0';
		}
		for (int i = sign + Math.max(whole, 0); i < text.length(); i++) {
			this.bytes[this.size++] = (byte) text.charAt(i);
		}
		return this;
	}

	@Override
	public CsvRows money(Total total) {
		BigInteger minor = total.minor();
		if (minor.bitLength() < Long.SIZE) {
			return money(minor.longValue(), total.currency().getDefaultFractionDigits());
		}
		startCell();
		ascii(total.toPlainString());
		return this;
	}

	@Override
	public CsvRows instant(Instant instant) {
		startCell();
		long second = instant.getEpochSecond();
		long day = Math.floorDiv(second, SECONDS_OF_DAY);
		if (instant.getNano() != 0 || day < 0 || day > LAST_DAY) {
			ascii(instant.toString());
			return this;
		}
		if (day != this.dayOfText) {
			byte[] text = LocalDate.ofEpochDay(day).toString().getBytes(StandardCharsets.US_ASCII);
			System.arraycopy(text, 0, this.dayText, 0, text.length);
			this.dayOfText = day;
		}
		require(20);
		System.arraycopy(this.dayText, 0, this.bytes, this.size, 10);
		int time = (int) (second - day * SECONDS_OF_DAY);
		this.size += 10;
		twoDigits('T', time / 3600);
		twoDigits(':', time / 60 % 60);
		twoDigits(':', time % 60);
		this.bytes[this.size++] = 'Z';
		return this;
	}

	@Override
	public CsvRows date(LocalDate date) {
		startCell();
		ascii(date.toString());
		return this;
	}

	@Override
	public void endRow() {
		require(1);
		this.bytes[this.size++] = '\n';
		this.inRow = false;
	}

	/**
	 * Returns how many bytes wait to be written.
	 * @return the size of all rows since the last {@link #writeTo}
	 */
	public int size() {
		return this.size;
	}

	/**
	 * Writes all rows and forgets them.
	 * @param out where they go
	 * @throws IOException if they cannot be written
	 */
	public void writeTo(OutputStream out) throws IOException {
		out.write(this.bytes, 0, this.size);
		this.size = 0;
	}

	private void startCell() {
		require(1);
		if (this.inRow) {
			this.bytes[this.size++] = ',';
		}
		this.inRow = true;
	}

	private void uncommonText(String value) {
		boolean apostrophe = PrintableText.looksLikeFormula(value);
		if (apostrophe) {
			this.size--;
		}
		String shown = PrintableText.harmless(value);
		boolean quoted = needsQuotes(shown);
		String text = (apostrophe ? "'" : "") + (quoted ? shown.replace("\"", "\"\"") : shown);
		byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
		require(encoded.length + 2);
		if (quoted) {
			this.bytes[this.size++] = '"';
		}
		System.arraycopy(encoded, 0, this.bytes, this.size, encoded.length);
		this.size += encoded.length;
		if (quoted) {
			this.bytes[this.size++] = '"';
		}
	}

	private static boolean needsQuotes(String value) {
		return value.indexOf(',') >= 0 || value.indexOf('"') >= 0 || value.indexOf('\n') >= 0
				|| value.indexOf('\r') >= 0;
	}

	private void twoDigits(char before, int value) {
		this.bytes[this.size++] = (byte) before;
		this.bytes[this.size++] = (byte) ('0' + value / 10);
		this.bytes[this.size++] = (byte) ('0' + value % 10);
	}

	/** The text is known to hold ASCII without comma or quote. */
	private void ascii(String text) {
		int length = text.length();
		require(length);
		byte[] cell = this.bytes;
		int start = this.size;
		for (int i = 0; i < length; i++) {
			cell[start + i] = (byte) text.charAt(i);
		}
		this.size = start + length;
	}

	private void require(int more) {
		if (this.bytes.length - this.size < more) {
			this.bytes = Arrays.copyOf(this.bytes, Math.max(this.bytes.length * 2, this.size + more));
		}
	}

}
