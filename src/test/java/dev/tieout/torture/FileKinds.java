package dev.tieout.torture;

import java.nio.file.Path;
import java.time.ZoneId;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import dev.tieout.affiliates.file.AffiliateFileReader;
import dev.tieout.connections.file.ConnectionFileReader;
import dev.tieout.connections.file.ExistingCustomerFileReader;
import dev.tieout.orders.file.OrderFileReader;
import dev.tieout.orders.file.OrderFormat;
import dev.tieout.orders.file.OrderIdColumn;
import dev.tieout.orders.file.OrderReading;
import dev.tieout.orders.file.PricesIncludeTax;
import dev.tieout.records.ItemReader;

/** Every kind of file that a run reads, with its reader. */
final class FileKinds {

	static final ZoneId ZONE = ZoneId.of("America/New_York");

	private static final Currency USD = Currency.getInstance("USD");

	private static final Map<String, String> COLUMNS = Map.ofEntries(Map.entry("order_id", "Ref"),
			Map.entry("ordered_at", "When"), Map.entry("customer_email", "Mail"), Map.entry("customer_name", "Who"),
			Map.entry("currency", "Cur"), Map.entry("subtotal", "Net"), Map.entry("total", "Gross"),
			Map.entry("refunded", "Back"), Map.entry("status", "State"), Map.entry("coupon_code", "Code"),
			Map.entry("line_sku", "Item"), Map.entry("line_quantity", "Pcs"), Map.entry("line_price", "Each"));

	private static final Map<String, String> STATUSES = Map.of("done", "paid", "part", "partially_refunded", "gone",
			"refunded");

	/** All of them. */
	static final List<Kind> ALL = List.of(orders("native.csv", OrderFormat.NATIVE),
			orders("shopify.csv", OrderFormat.SHOPIFY), byName(),
			orders("woocommerce-columns.csv", OrderFormat.WOOCOMMERCE),
			orders("woocommerce-items.csv", OrderFormat.WOOCOMMERCE), mapped(),
			new Kind("connections.csv", (path) -> ConnectionFileReader.open(path, ZONE)),
			new Kind("connections-goaffpro.csv", (path) -> ConnectionFileReader.open(path, ZONE)),
			new Kind("affiliates.csv", (path) -> AffiliateFileReader.open(path, ZONE)),
			new Kind("customers.csv", (path) -> ExistingCustomerFileReader.open(path, ZONE)));

	private FileKinds() {
	}

	private static Kind orders(String file, OrderFormat format) {
		OrderReading reading = OrderReading.of(format, "web", ZONE, USD);
		return new Kind(file, (path) -> OrderFileReader.open(path, reading));
	}

	private static Kind byName() {
		OrderReading reading = new OrderReading(OrderFormat.SHOPIFY, "web", ZONE, USD, OrderIdColumn.NAME,
				Optional.empty(), PricesIncludeTax.DETECT, Map.of(), Map.of());
		return new Kind("shopify.csv", (path) -> OrderFileReader.open(path, reading));
	}

	private static Kind mapped() {
		OrderReading reading = new OrderReading(OrderFormat.MAPPED, "web", ZONE, USD, OrderIdColumn.ID,
				Optional.of("dd/MM/yyyy HH:mm"), PricesIncludeTax.NO, COLUMNS, STATUSES);
		return new Kind("mapped.csv", (path) -> OrderFileReader.open(path, reading));
	}

	/**
	 * A kind of file.
	 *
	 * @param corpus a file of that kind that is right
	 * @param reader opens a file
	 */
	record Kind(String corpus, Function<Path, ItemReader<?>> reader) {

	}

}
