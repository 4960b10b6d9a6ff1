package dev.tieout.cases;

import java.util.List;
import java.util.Map;

/**
 * An order as the native layout writes it.
 *
 * @param cells order-level cells by column; an absent one is blank
 * @param lines cells of each line by column
 */
public record OrderCells(Map<String, String> cells, List<Map<String, String>> lines) {

	public OrderCells {
		cells = Map.copyOf(cells);
		lines = List.copyOf(lines);
	}

	/**
	 * Returns a cell.
	 * @param column a column of the native layout
	 * @return its text, empty where it is absent
	 */
	public String cell(String column) {
		return this.cells.getOrDefault(column, "");
	}

}
