package dev.tieout.records;

import java.io.IOException;
import java.util.Arrays;

/**
 * Cuts a file into raw records by quotes and line ends (LF, CRLF, CR), and remembers of
 * each what a parser of single records cannot know: its first line, and whether it may be
 * parsed at all. Holds at most one record and never more than {@link #LIMIT} characters
 * of it, however long a cell is or a quote stays open.
 */
final class RecordSplitter {

	/** How many characters a record may have. */
	static final int LIMIT = 1 << 20;

	/** How many characters are kept of a record that is longer than that. */
	static final int KEPT = 1 << 13;

	private static final int CHUNK = 1 << 16;

	private final Utf8Source source;

	private char[] buffer = new char[CHUNK];

	private int start;

	private int position;

	private int end;

	private char separator = ',';

	private State state = State.CELL_START;

	private long line = 1;

	private long recordLine;

	private long quoteLine;

	private long length;

	private long dropped;

	private int cells;

	private boolean quotes;

	private boolean textAfterQuote;

	private boolean nul;

	RecordSplitter(Utf8Source source) {
		this.source = source;
	}

	/**
	 * Looks at the file's first characters.
	 * @return what the buffer can hold of the file, without U+FEFF
	 */
	CharSequence peek() throws IOException {
		while (this.end < CHUNK - 1 && fill()) {
			this.position = this.end;
		}
		this.position = (this.end > 0 && this.buffer[0] == '\uFEFF') ? 1 : 0;
		this.start = this.position;
		return new String(this.buffer, this.start, this.end - this.start);
	}

	void separateBy(char character) {
		this.separator = character;
	}

	/**
	 * Goes to the next record; a blank line is one, too.
	 * @return whether there is one
	 */
	boolean next() throws IOException {
		this.start = this.position;
		this.recordLine = this.line;
		this.cells = 1;
		this.dropped = 0;
		this.quotes = false;
		this.textAfterQuote = false;
		this.nul = false;
		this.state = State.CELL_START;
		while (this.position < this.end || fill()) {
			if (scan()) {
				return true;
			}
		}
		this.length = this.dropped + this.position - this.start;
		return this.length > 0;
	}

	/** Scans what the buffer holds; answers whether the record ends in it. */
	private boolean scan() throws IOException {
		while (this.position < this.end) {
			char c = this.buffer[this.position++];
			if (c == '\n' || c == '\r') {
				if (this.state != State.QUOTED) {
					this.length = this.dropped + this.position - this.start - 1;
					endLine(c);
					return true;
				}
				endLine(c);
			}
			else if (c == '"') {
				quote();
			}
			else if (this.state != State.QUOTED) {
				unquoted(c);
			}
			else if (c == 0) {
				this.nul = true;
			}
		}
		return false;
	}

	private void unquoted(char c) {
		if (c == this.separator) {
			this.cells++;
			this.state = State.CELL_START;
			return;
		}
		if (this.state == State.CLOSED) {
			this.textAfterQuote = true;
		}
		if (c == 0) {
			this.nul = true;
		}
		this.state = State.UNQUOTED;
	}

	private void quote() {
		this.quotes = true;
		if (this.state == State.QUOTED) {
			this.state = State.CLOSED;
		}
		else if (this.state == State.CLOSED) {
			this.state = State.QUOTED;
		}
		else if (this.state == State.CELL_START) {
			this.state = State.QUOTED;
			this.quoteLine = this.line;
		}
	}

	private void endLine(char c) throws IOException {
		this.line++;
		if (c == '\r' && (this.position < this.end || fill()) && this.buffer[this.position] == '\n') {
			this.position++;
		}
	}

	/** Makes room and reads on; everything before the position has been scanned. */
	private boolean fill() throws IOException {
		int held = this.end - this.start;
		System.arraycopy(this.buffer, this.start, this.buffer, 0, held);
		this.start = 0;
		if (held > LIMIT + 1) {
			this.dropped += held - KEPT;
			held = KEPT;
		}
		else if (held > this.buffer.length - CHUNK / 2) {
			this.buffer = Arrays.copyOf(this.buffer, this.buffer.length * 2);
		}
		this.position = held;
		this.end = held;
		int read = this.source.read(this.buffer, held);
		this.end += Math.max(read, 0);
		return read > 0;
	}

	/** Returns the line of the record's first character. */
	long recordLine() {
		return this.recordLine;
	}

	/** Returns the line of the next character. */
	long line() {
		return this.line;
	}

	/** Returns whether no character is left; where one is not UTF-8, those before it. */
	boolean isAtEnd() {
		return this.position == this.end;
	}

	/** Returns whether the file has ended inside a quoted cell. */
	boolean isInQuotes() {
		return this.state == State.QUOTED;
	}

	/** Returns the line in which the last quoted cell began. */
	long quoteLine() {
		return this.quoteLine;
	}

	/** Returns the number of cells. */
	int cells() {
		return this.cells;
	}

	/** Whether the record has quotes anywhere. */
	boolean hasQuotes() {
		return this.quotes;
	}

	boolean hasTextAfterQuote() {
		return this.textAfterQuote;
	}

	boolean hasNul() {
		return this.nul;
	}

	/** Returns the number of characters, those dropped included. */
	long length() {
		return this.length;
	}

	boolean isTooLong() {
		return this.length > LIMIT;
	}

	/** Returns the record without its line end; its beginning if it is too long. */
	String text() {
		return new String(this.buffer, this.start, isTooLong() ? KEPT : (int) this.length);
	}

	private enum State {

		CELL_START, UNQUOTED, QUOTED, CLOSED

	}

}
