package dev.tieout.cases;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * What one night's run finds: the cells of its files by column.
 *
 * @param date the business date
 * @param affiliates rows of one file: all have the same columns
 * @param existing existing customers
 * @param connections requests to connect and disconnect
 * @param orders orders in the native layout
 */
public record Night(LocalDate date, List<Map<String, String>> affiliates, List<Map<String, String>> existing,
		List<Map<String, String>> connections, List<OrderCells> orders) {

}
