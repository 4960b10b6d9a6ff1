package dev.tieout.records;

import dev.tieout.identity.PlainText;

/**
 * A column of a file, found by its header once and read by its place.
 *
 * @param name as messages name it: the header's own writing where the file has it
 * @param index its place, below 0 where the file lacks it
 */
public record Column(String name, int index) {

	/**
	 * Returns whether the file has the column.
	 * @return false for one that is optional and absent
	 */
	public boolean isPresent() {
		return this.index >= 0;
	}

	/**
	 * Returns the column's cell in the form in which text is compared.
	 * @param record a record of the same file
	 * @return the text, empty where the cell is blank or absent
	 */
	public String text(FileRecord record) {
		return record.plain(this.index);
	}

	/**
	 * Returns the column's cell as text that only people read.
	 * @param record a record of the same file
	 * @return the text, cut where it is longer than anything that must be told apart
	 */
	public String label(FileRecord record) {
		return cut(record.plain(this.index));
	}

	/**
	 * Returns the column's cell as the file has it, cut like a {@link #label}.
	 * @param record a record of the same file
	 * @return the text, empty where the cell is absent
	 */
	public String written(FileRecord record) {
		return cut(record.raw(this.index));
	}

	/**
	 * Cuts a text that only people read. A chunk of records is held in memory: one cell
	 * may have a million characters, but not each of them.
	 * @param text any text
	 * @return at most {@value Problems#TEXT_LIMIT} characters of it
	 */
	public static String cut(String text) {
		if (text.length() <= Problems.TEXT_LIMIT) {
			return text;
		}
		int end = Character.isHighSurrogate(text.charAt(Problems.TEXT_LIMIT - 2)) ? Problems.TEXT_LIMIT - 2
				: Problems.TEXT_LIMIT - 1;
		return text.substring(0, end) + "…";
	}

	/**
	 * Returns the column's cell in the form in which addresses and codes are compared.
	 * @param record a record of the same file
	 * @return the text in lower case, empty where the cell is blank or absent
	 */
	public String lowerCase(FileRecord record) {
		return PlainText.lowerCase(record.raw(this.index));
	}

}
