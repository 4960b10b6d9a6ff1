package dev.tieout.orders.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import dev.tieout.orders.OrderContent;
import dev.tieout.records.Item;
import dev.tieout.records.Item.Accepted;
import dev.tieout.records.Item.Rejected;
import dev.tieout.records.ItemReader;
import dev.tieout.records.Reject;
import dev.tieout.records.RejectReason;

/** An order file as a text, and how it is read. */
record OrderText(String text, OrderReading reading) {

	static OrderText of(OrderFormat format, String... lines) {
		return new OrderText(String.join("\n", lines) + "\n",
				OrderReading.of(format, "web", ZoneId.of("America/New_York"), Currency.getInstance("USD")));
	}

	/** A native file of one order: the named cells replace those of a good one. */
	static OrderText order(Map<String, String> cells) {
		Map<String, String> all = new TreeMap<>(
				Map.of("order_id", "1001", "ordered_at", "2026-04-10T11:11:26Z", "customer_email", "ann@mail.example",
						"currency", "USD", "subtotal", "100.00", "total", "100.00", "status", "paid"));
		all.putAll(cells);
		return of(OrderFormat.NATIVE, String.join(",", all.keySet()), '"' + String.join("\",\"", all.values()) + '"');
	}

	OrderText with(PricesIncludeTax prices) {
		return new OrderText(this.text,
				new OrderReading(this.reading.format(), this.reading.store(), this.reading.zone(),
						this.reading.programCurrency(), this.reading.orderIdColumn(), this.reading.timestampPattern(),
						prices, this.reading.columns(), this.reading.statuses()));
	}

	OrderText identifiedBy(OrderIdColumn column) {
		return new OrderText(this.text,
				new OrderReading(this.reading.format(), this.reading.store(), this.reading.zone(),
						this.reading.programCurrency(), column, this.reading.timestampPattern(),
						this.reading.pricesIncludeTax(), this.reading.columns(), this.reading.statuses()));
	}

	OrderText mapped(String pattern, Map<String, String> columns, Map<String, String> statuses) {
		return new OrderText(this.text,
				new OrderReading(this.reading.format(), this.reading.store(), this.reading.zone(),
						this.reading.programCurrency(), this.reading.orderIdColumn(),
						Optional.of(pattern).filter((given) -> !given.isEmpty()), this.reading.pricesIncludeTax(),
						columns, statuses));
	}

	List<Item<OrderContent>> items() {
		try (ItemReader<OrderContent> reader = open()) {
			List<Item<OrderContent>> items = new ArrayList<>();
			for (Optional<Item<OrderContent>> next = reader.next(); next.isPresent(); next = reader.next()) {
				items.add(next.get());
			}
			return items;
		}
	}

	ItemReader<OrderContent> open() {
		return OrderFileReader.open(file(), this.reading);
	}

	boolean hasLines() {
		return OrderFileReader.hasLines(file(), this.reading);
	}

	private Path file() {
		try {
			Path file = Files.createTempFile("orders", ".csv");
			file.toFile().deleteOnExit();
			Files.writeString(file, this.text);
			return file;
		}
		catch (IOException failed) {
			throw new UncheckedIOException(failed);
		}
	}

	/** The only order, which must have been accepted. */
	OrderContent content() {
		if (items().size() == 1 && items().get(0) instanceof Accepted<OrderContent> accepted) {
			return accepted.value();
		}
		throw new AssertionError("not one accepted order: " + items());
	}

	/** The rejects of all items. */
	List<Reject> rejects() {
		List<Reject> rejects = new ArrayList<>();
		for (Item<OrderContent> item : items()) {
			if (item instanceof Rejected<OrderContent> rejected) {
				rejects.addAll(rejected.rejects());
			}
		}
		return rejects;
	}

	/** The reasons of all rejects. */
	List<RejectReason> reasons() {
		return rejects().stream().map(Reject::reason).toList();
	}

}
