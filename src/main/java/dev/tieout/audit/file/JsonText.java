package dev.tieout.audit.file;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

	private JsonText() {
	}

	/**
	 * Returns a value.
	 * @param value records, lists, maps, text, numbers, dates
	 * @return indented JSON without a line feed at its end
	 */
	public static String of(Object value) {
		return MAPPER.writeValueAsString(value);
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
