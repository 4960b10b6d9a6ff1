package dev.tieout.configuration;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import dev.tieout.attribution.OrderStatus;

/**
 * Order files of one store in one layout.
 *
 * @param files at least one path or pattern
 * @param format their layout
 * @param store the store's code, part of an order's identity
 * @param asOf dates revisions by the file's name
 * @param orderId which column identifies an order; other than {@code ID} for Shopify only
 * @param timestamp the letters of {@link java.time.format.DateTimeFormatter}, to be read
 * in English; absent = ISO 8601
 * @param zone where timestamps without an offset are at home; absent = the program's
 * @param pricesIncludeTax whether subtotals are with tax
 * @param columns of a mapped layout: field, by the native column's name, to header
 * @param statuses of a mapped layout: word in lower case to status; empty = the six words
 * themselves
 */
public record OrderInput(List<PathPattern> files, OrderFormat format, String store, Optional<AsOf> asOf,
		OrderIdColumn orderId, Optional<String> timestamp, Optional<ZoneId> zone, PricesIncludeTax pricesIncludeTax,
		Map<String, String> columns, Map<String, OrderStatus> statuses) {

	public OrderInput {
		files = List.copyOf(files);
		columns = Map.copyOf(columns);
		statuses = Map.copyOf(statuses);
	}

}
