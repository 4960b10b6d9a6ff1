package dev.tieout.job;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

import dev.tieout.configuration.JobFile;
import dev.tieout.configuration.OrderInput;
import dev.tieout.orders.file.OrderFormat;
import dev.tieout.orders.file.OrderIdColumn;
import dev.tieout.orders.file.OrderReading;
import dev.tieout.orders.file.PricesIncludeTax;
import dev.tieout.program.Program;

/**
 * How order files are read. The text form is part of what a file is known by (files.md,
 * Reading), and leads a restart back from the registered file to its input.
 */
public final class OrderReadings {

	private OrderReadings() {
	}

	/**
	 * Returns how an input's files are read.
	 * @param input the input
	 * @param program whose zone and currency hold where the input names none
	 * @return the reading
	 */
	public static OrderReading of(OrderInput input, Program program) {
		Map<String, String> statuses = new HashMap<>();
		input.statuses().forEach((word, status) -> statuses.put(word, status.word()));
		return new OrderReading(OrderFormat.valueOf(input.format().name()), input.store(),
				input.zone().orElse(program.zone()), program.currency(), OrderIdColumn.valueOf(input.orderId().name()),
				input.timestamp(), PricesIncludeTax.valueOf(input.pricesIncludeTax().name()), input.columns(),
				statuses);
	}

	/**
	 * Returns a reading in one text, equal for equal readings.
	 * @param reading the reading
	 * @return the text
	 */
	public static String text(OrderReading reading) {
		return "format=%s store=%s zone=%s currency=%s order-id=%s timestamp=%s prices-include-tax=%s columns=%s statuses=%s"
			.formatted(reading.format(), reading.store(), reading.zone(), reading.programCurrency(),
					reading.orderIdColumn(), reading.timestampPattern().orElse("iso"), reading.pricesIncludeTax(),
					new TreeMap<>(reading.columns()), new TreeMap<>(reading.statuses()));
	}

	static OrderReading find(JobFile job, String text) {
		return job.inputs()
			.orders()
			.stream()
			.map((input) -> of(input, job.program().program()))
			.filter((reading) -> text(reading).equals(text))
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("the registered job has no input that reads '" + text + "'"));
	}

}
