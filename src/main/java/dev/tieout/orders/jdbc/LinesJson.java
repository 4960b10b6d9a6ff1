package dev.tieout.orders.jdbc;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

import dev.tieout.commission.SaleLine;
import dev.tieout.orders.OrderLine;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * An order's lines in the column {@code lines}: an array of objects with {@code sku},
 * {@code name}, {@code quantity}, {@code price}, {@code discount} and {@code net},
 * amounts as plain decimals in text. A revision carries its own lines, so reading it
 * needs no join.
 */
public final class LinesJson {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private LinesJson() {
	}

	static String of(List<OrderLine> lines) {
		if (lines.isEmpty()) {
			return "";
		}
		ArrayNode array = JSON.createArrayNode();
		for (OrderLine line : lines) {
			array.addObject()
				.put("sku", line.sku())
				.put("name", line.name())
				.put("quantity", line.quantity().toPlainString())
				.put("price", line.price().toPlainString())
				.put("discount", line.discount().toPlainString())
				.put("net", line.net().toPlainString());
		}
		return array.toString();
	}

	/**
	 * Returns lines as the commission's calculation takes them.
	 * @param json the column's text, empty where the order has none
	 * @return the lines
	 */
	public static List<SaleLine> saleLines(String json) {
		if (json.isEmpty()) {
			return List.of();
		}
		List<SaleLine> lines = new ArrayList<>();
		for (JsonNode line : JSON.readTree(json)) {
			lines.add(new SaleLine(line.get("sku").asString(), new BigDecimal(line.get("net").asString())));
		}
		return lines;
	}

}
