package dev.tieout.audit.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import tools.jackson.core.JsonGenerator;
import tools.jackson.databind.SerializationContext;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;
import tools.jackson.databind.ser.std.StdSerializer;

import dev.tieout.audit.TextTable;
import dev.tieout.audit.Total;

/**
 * Values as JSON. Amounts are text, so that no reader turns them into floating point.
 */
public final class JsonText {

	private static final JsonMapper MAPPER = JsonMapper.builder()
		.enable(SerializationFeature.INDENT_OUTPUT)
		.addModule(new SimpleModule().addSerializer(Total.class, new TotalSerializer()))
		.build();

	/** What JSON may hold as it is, but would do something to a terminal. */
	private static final Pattern UNSEEN = Pattern
		.compile("[\\x7f-\\x9f\\u061c\\u200e\\u200f\\u2028-\\u202e\\u2066-\\u206f\\ufeff]");

	private JsonText() {
	}

	/**
	 * Returns a value.
	 * @param value records, lists, maps, text, numbers, dates
	 * @return indented JSON without a line feed at its end
	 */
	public static String of(Object value) {
		return UNSEEN.matcher(MAPPER.writeValueAsString(value))
			.replaceAll((found) -> "\\\\u%04x".formatted((int) found.group().charAt(0)));
	}

	/**
	 * Returns a table as a list of objects, one a row.
	 * @param table the table
	 * @return indented JSON without a line feed at its end
	 */
	public static String of(TextTable table) {
		List<Map<String, String>> rows = new ArrayList<>();
		for (List<String> cells : table.rows()) {
			Map<String, String> row = new LinkedHashMap<>();
			for (int i = 0; i < cells.size(); i++) {
				row.put(table.columns().get(i).key(), cells.get(i));
			}
			rows.add(row);
		}
		return of((Object) rows);
	}

	private static final class TotalSerializer extends StdSerializer<Total> {

		TotalSerializer() {
			super(Total.class);
		}

		@Override
		public void serialize(Total total, JsonGenerator generator, SerializationContext context) {
			generator.writeStartObject();
			generator.writeStringProperty("amount", total.toPlainString());
			generator.writeStringProperty("currency", total.currency().getCurrencyCode());
			generator.writeEndObject();
		}

	}

}
