package dev.tieout.records;

import dev.tieout.identity.PlainText;

/** One record of a delimited file: its cells and its place. */
public final class FileRecord {

	private static final int SHOWN = 4_000;

	private final long line;

	private final String text;

	private final long length;

	private final String[] cells;

	private final String malformation;

	FileRecord(long line, String text, long length, String[] cells, String malformation) {
		this.line = line;
		this.text = text;
		this.length = length;
		this.cells = cells;
		this.malformation = malformation;
	}

	/**
	 * Returns the physical line of the record's first character.
	 * @return from 1
	 */
	public long line() {
		return this.line;
	}

	/**
	 * Returns how many characters the record has.
	 * @return those included that were not kept
	 */
	public long length() {
		return this.length;
	}

	/**
	 * Returns whether the record's cells cannot be relied on.
	 * @return whether it is a {@link RejectReason#MALFORMED_RECORD}
	 */
	public boolean isMalformed() {
		return !this.malformation.isEmpty();
	}

	/**
	 * Returns what is wrong with the record's form.
	 * @return a sentence, empty where nothing is
	 */
	public String malformation() {
		return this.malformation;
	}

	/**
	 * Returns a cell as the file has it.
	 * @param index its place in the header; below 0 for a column that the file lacks
	 * @return the text, empty where there is none
	 */
	public String raw(int index) {
		return (index >= 0 && index < this.cells.length) ? this.cells[index] : "";
	}

	/**
	 * Returns a cell in the form in which text is compared.
	 * @param index its place in the header; below 0 for a column that the file lacks
	 * @return the text, empty where there is none
	 */
	public String plain(int index) {
		return (index >= 0 && index < this.cells.length) ? PlainText.of(this.cells[index]) : "";
	}

	int size() {
		return this.cells.length;
	}

	/**
	 * Returns this record as one that cannot be used.
	 * @param reason why
	 * @param detail a sentence
	 * @return the reject
	 */
	public Reject reject(RejectReason reason, String detail) {
		return new Reject(this.line, reason, storable(detail), storable(shown()));
	}

	private String shown() {
		if (this.length <= SHOWN) {
			return this.text;
		}
		return this.text.substring(0, shownEnd()) + "… (cut here; the record has " + this.length + " characters)";
	}

	/** Half an address could not be found again when its owner is to be forgotten. */
	private int shownEnd() {
		for (int end = SHOWN; end > SHOWN - Problems.TEXT_LIMIT; end--) {
			char next = this.text.charAt(end);
			if (PlainText.isWhiteSpace(next) || ",;|\"'<>()".indexOf(next) >= 0) {
				return end;
			}
		}
		return Character.isHighSurrogate(this.text.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN;
	}

	private static String storable(String text) {
		return text.replace('\0', '\uFFFD');
	}

}
