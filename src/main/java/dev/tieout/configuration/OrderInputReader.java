package dev.tieout.configuration;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Collectors;

import dev.tieout.attribution.OrderStatus;
import dev.tieout.identity.PlainText;

/** Reads one item of a job's {@code inputs.orders}. */
final class OrderInputReader {

	private static final Kind<OrderFormat> FORMAT = Kind.word("a format", OrderFormat.class);

	private static final Kind<PricesIncludeTax> TAX = Kind.word("an answer", PricesIncludeTax.class);

	private static final Kind<AsOf> AS_OF = Kind.of("a file name with a date pattern",
			"a name with one date pattern in parentheses, such as shopify-(yyyy-MM-dd).csv", AsOf::of);

	private static final Kind<OrderIdColumn> ORDER_ID = Kind.of("an id column", "Id or Name", OrderInputReader::column);

	private static final Kind<String> TIMESTAMP = Kind.of("a timestamp pattern",
			"a pattern with year, month and day, such as dd/MM/yyyy HH:mm",
			(text) -> Optional.of(text).filter(TimestampPattern::isUsable));

	private static final Kind<OrderStatus> STATUS = Kind.of("a status",
			"one of paid, partially_refunded, pending, refunded, cancelled, failed", OrderInputReader::status);

	private final Section section;

	private final BiFunction<Section, String, List<PathPattern>> paths;

	OrderInputReader(Section section, BiFunction<Section, String, List<PathPattern>> paths) {
		this.section = section;
		this.paths = paths;
	}

	OrderInput read() {
		List<PathPattern> files = files();
		OrderFormat format = this.section.required("format", FORMAT, OrderFormat.NATIVE);
		String store = this.section.required("store", Kinds.NAME, "");
		Optional<AsOf> asOf = this.section.optional("as-of", AS_OF);
		OrderIdColumn orderId = this.section.value("order-id", ORDER_ID, OrderIdColumn.ID);
		Optional<String> timestamp = this.section.optional("timestamp", TIMESTAMP);
		Optional<ZoneId> zone = this.section.optional("zone", Kinds.ZONE);
		PricesIncludeTax usual = (format == OrderFormat.SHOPIFY) ? PricesIncludeTax.DETECT : PricesIncludeTax.NO;
		PricesIncludeTax tax = this.section.value("prices-include-tax", TAX, usual);
		Map<String, String> columns = columns(format);
		Map<String, OrderStatus> statuses = statuses();
		onlyFor("order-id", format, OrderFormat.SHOPIFY);
		onlyFor("timestamp", format, OrderFormat.WOOCOMMERCE, OrderFormat.MAPPED);
		onlyFor("columns", format, OrderFormat.MAPPED);
		onlyFor("statuses", format, OrderFormat.MAPPED);
		this.section.noOthers();
		return new OrderInput(files, format, store, asOf, orderId, timestamp, zone, tax, columns, statuses);
	}

	private List<PathPattern> files() {
		String expected = "a path or a list of paths";
		this.section.requireKey("files", expected);
		this.section.find("files")
			.filter((files) -> files.isEmpty() || files.isEmptyList())
			.ifPresent((files) -> files.wrong("is empty", expected));
		return this.paths.apply(this.section, "files");
	}

	private void onlyFor(String key, OrderFormat format, OrderFormat... formats) {
		if (!List.of(formats).contains(format) && this.section.find("format").isPresent()) {
			this.section.find(key)
				.ifPresent((setting) -> setting.wrong("does not go with format: " + Kind.word(format),
						"this key only with format: "
								+ Arrays.stream(formats).map(Kind::word).collect(Collectors.joining(" or "))));
		}
	}

	private Map<String, String> columns(OrderFormat format) {
		Section section = this.section.section("columns");
		Map<String, String> columns = new HashMap<>();
		for (Map.Entry<String, Setting> entry : section.entries()) {
			if (OrderFields.ALL.contains(entry.getKey())) {
				entry.getValue().as(Kinds.PLAIN_TEXT).ifPresent((header) -> columns.put(entry.getKey(), header));
			}
			else {
				noField(entry.getKey(), entry.getValue());
			}
		}
		if (format == OrderFormat.MAPPED) {
			this.section.requireKey("columns", "a section of fields with the header of their column");
			if (this.section.find("columns").isPresent()) {
				OrderFields.REQUIRED.forEach((field) -> section.requireKey(field, "the header of its column"));
			}
		}
		return columns;
	}

	private static void noField(String field, Setting setting) {
		Optional<String> near = Nearest.to(field, OrderFields.ALL);
		setting.wrong(
				"stands under a key that is no field of an order"
						+ near.map((word) -> " (did you mean '" + word + "'?)").orElse(""),
				"one of " + String.join(", ", OrderFields.ALL));
	}

	private Map<String, OrderStatus> statuses() {
		Map<String, OrderStatus> statuses = new HashMap<>();
		for (Map.Entry<String, Setting> entry : this.section.section("statuses").entries()) {
			entry.getValue().as(STATUS).ifPresent((status) -> {
				if (statuses.put(PlainText.lowerCase(entry.getKey()), status) != null) {
					entry.getValue().wrong("is a second status for one word", "each word once, in any case");
				}
			});
		}
		return statuses;
	}

	private static Optional<OrderStatus> status(String text) {
		for (OrderStatus status : OrderStatus.values()) {
			if (status.word().equals(text)) {
				return Optional.of(status);
			}
		}
		return Optional.empty();
	}

	private static Optional<OrderIdColumn> column(String text) {
		return switch (text) {
			case "Id" -> Optional.of(OrderIdColumn.ID);
			case "Name" -> Optional.of(OrderIdColumn.NAME);
			default -> Optional.empty();
		};
	}

}
