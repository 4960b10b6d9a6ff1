package dev.tieout.orders.file;

import java.time.ZoneId;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;

/**
 * How an input's order files are read.
 *
 * @param format the layout
 * @param store the store's code, for messages
 * @param zone of timestamps without an offset: the input's, else the program's
 * @param programCurrency of orders whose layout may leave it out
 * @param orderIdColumn Shopify only
 * @param timestampPattern of all timestamps, instead of ISO 8601
 * @param pricesIncludeTax what the input says or its layout's default
 * @param columns mapped only: field of the native layout to header
 * @param statuses the input's own status words, to the native layout's; they come before
 * the platform's
 */
public record OrderReading(OrderFormat format, String store, ZoneId zone, Currency programCurrency,
		OrderIdColumn orderIdColumn, Optional<String> timestampPattern, PricesIncludeTax pricesIncludeTax,
		Map<String, String> columns, Map<String, String> statuses) {

	public OrderReading {
		columns = Map.copyOf(columns);
		statuses = Map.copyOf(statuses);
	}

	/**
	 * Returns how a layout is read where the input says nothing else.
	 * @param format the layout
	 * @param store the store's code
	 * @param zone the program's zone
	 * @param programCurrency the program's currency
	 * @return the reading
	 */
	public static OrderReading of(OrderFormat format, String store, ZoneId zone, Currency programCurrency) {
		return new OrderReading(format, store, zone, programCurrency, OrderIdColumn.ID, Optional.empty(),
				PricesIncludeTax.defaultOf(format), Map.of(), Map.of());
	}

}
