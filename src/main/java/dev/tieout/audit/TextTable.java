package dev.tieout.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A table for a terminal: aligned columns, numbers to the right. Text from files is
 * cleaned of control characters; where the terminal is too narrow, the widest columns of
 * text are shortened first.
 */
public final class TextTable {

	private static final int GAP = 2;

	private static final int NARROWEST = 8;

	private final List<Column> columns;

	private final List<List<String>> rows = new ArrayList<>();

	/**
	 * Starts a table.
	 * @param columns from left to right
	 */
	public TextTable(Column... columns) {
		this.columns = List.of(columns);
	}

	/**
	 * Adds a row.
	 * @param cells as many as there are columns
	 * @return this
	 * @throws IllegalArgumentException if their number differs from the columns'
	 */
	public TextTable row(Object... cells) {
		if (cells.length != this.columns.size()) {
			throw new IllegalArgumentException(
					"a row must have " + this.columns.size() + " cells, but has " + cells.length);
		}
		this.rows.add(Arrays.stream(cells).map((cell) -> PrintableText.of(cell.toString())).toList());
		return this;
	}

	/**
	 * Returns the columns.
	 * @return from left to right
	 */
	public List<Column> columns() {
		return this.columns;
	}

	/**
	 * Returns the rows.
	 * @return cells from left to right
	 */
	public List<List<String>> rows() {
		return List.copyOf(this.rows);
	}

	/**
	 * Returns the table as text.
	 * @param width the columns a terminal has; 0 for no limit
	 * @return the header and one line a row, each with a line feed
	 */
	public String render(int width) {
		int[] widths = widths(width);
		StringBuilder text = new StringBuilder();
		line(text, this.columns.stream().map(Column::title).toList(), widths);
		this.rows.forEach((row) -> line(text, row, widths));
		return text.toString();
	}

	private int[] widths(int terminal) {
		int[] widths = new int[this.columns.size()];
		for (int i = 0; i < widths.length; i++) {
			int column = i;
			widths[i] = Math.max(TextWidth.of(this.columns.get(i).title()),
					this.rows.stream().mapToInt((row) -> TextWidth.of(row.get(column))).max().orElse(0));
		}
		int over = Arrays.stream(widths).sum() + GAP * (widths.length - 1) - terminal;
		while (terminal > 0 && over > 0) {
			int widest = widestText(widths);
			if (widest < 0) {
				break;
			}
			widths[widest]--;
			over--;
		}
		return widths;
	}

	private int widestText(int[] widths) {
		int widest = -1;
		for (int i = 0; i < widths.length; i++) {
			boolean mayShrink = !this.columns.get(i).right() && widths[i] > NARROWEST;
			if (mayShrink && (widest < 0 || widths[i] > widths[widest])) {
				widest = i;
			}
		}
		return widest;
	}

	private void line(StringBuilder text, List<String> cells, int[] widths) {
		int start = text.length();
		for (int i = 0; i < widths.length; i++) {
			String cell = TextWidth.cut(cells.get(i), widths[i]);
			String padding = " ".repeat(widths[i] - TextWidth.of(cell));
			text.append(this.columns.get(i).right() ? padding + cell : cell + padding).append(" ".repeat(GAP));
		}
		int end = text.length();
		while (end > start && text.charAt(end - 1) == ' ') {
			end--;
		}
		text.setLength(end);
		text.append('\n');
	}

	/**
	 * A column.
	 *
	 * @param key its name in JSON
	 * @param title its heading
	 * @param right whether its cells are numbers
	 */
	public record Column(String key, String title, boolean right) {

		/**
		 * Returns a column of text.
		 * @param title its heading, also its name in JSON
		 * @return the column
		 */
		public static Column text(String title) {
			return new Column(title.replace(' ', '_'), title, false);
		}

		/**
		 * Returns a column of numbers.
		 * @param title its heading, also its name in JSON
		 * @return the column
		 */
		public static Column number(String title) {
			return new Column(title.replace(' ', '_'), title, true);
		}

	}

}
