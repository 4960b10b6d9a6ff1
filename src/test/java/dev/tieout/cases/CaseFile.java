package dev.tieout.cases;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.tieout.attribution.Outcome;
import dev.tieout.attribution.Reason;

/** Reads {@code cases.yml}; its head says what means what. */
public final class CaseFile {

	private final Map<String, Object> file;

	private CaseFile(Map<String, Object> file) {
		this.file = file;
	}

	/**
	 * Returns all worked examples.
	 * @return the cases in the order of the file
	 */
	public static List<Case> cases() {
		CaseFile content = new CaseFile(PlainYaml.map(text()));
		return PlainYaml.list(get(content.file, "cases"))
			.stream()
			.map((keys) -> content.toCase(PlainYaml.map(keys)))
			.toList();
	}

	private static String text() {
		try (InputStream in = CaseFile.class.getResourceAsStream("/cases.yml")) {
			if (in == null) {
				throw new IllegalStateException("cases.yml must be among the test resources");
			}
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Case toCase(Map<String, Object> keys) {
		Map<String, Object> program = new HashMap<>(keys);
		program.putIfAbsent("rules", get(this.file, "default-rules"));
		Map<String, Object> expected = PlainYaml.map(get(keys, "expect"));
		Map<String, Case.Answer> orders = new LinkedHashMap<>();
		PlainYaml.map(get(expected, "orders")).forEach((id, answer) -> orders.put(id, answer(answer)));
		return new Case((String) get(keys, "id"), (String) get(keys, "why"), TestPrograms.text(program), nights(keys),
				orders,
				PlainYaml.strings(expected.getOrDefault("connections", List.of()))
					.stream()
					.map(Outcome::valueOf)
					.toList(),
				Optional.ofNullable(expected.get("posted")).map(CaseFile::posted));
	}

	private static Case.Answer answer(Object value) {
		List<String> cells = PlainYaml.strings(value);
		return new Case.Answer(Reason.valueOf(cells.get(0)), Long.parseLong(cells.get(1)));
	}

	private static List<List<Case.Posting>> posted(Object nights) {
		return PlainYaml.list(nights)
			.stream()
			.map((night) -> PlainYaml.list(night).stream().map(PlainYaml::strings).map(CaseFile::posting).toList())
			.toList();
	}

	private static Case.Posting posting(List<String> cells) {
		return new Case.Posting(cells.get(0), cells.get(1), Long.parseLong(cells.get(2)));
	}

	private List<Night> nights(Map<String, Object> keys) {
		List<Night> nights = new ArrayList<>();
		for (Object each : PlainYaml.list(get(keys, "nights"))) {
			Map<String, Object> night = PlainYaml.map(each);
			boolean first = nights.isEmpty();
			Object affiliates = first ? keys.getOrDefault("affiliates", get(this.file, "default-affiliates"))
					: List.of();
			Object existing = first ? keys.getOrDefault("existing", List.of()) : List.of();
			nights.add(new Night(LocalDate.parse((String) get(night, "date")),
					sameColumns(night.getOrDefault("affiliates", affiliates)),
					PlainYaml.strings(existing).stream().map((address) -> Map.of("customer_email", address)).toList(),
					PlainYaml.list(night.getOrDefault("connections", List.of()))
						.stream()
						.map((row) -> connection(PlainYaml.strings(row)))
						.toList(),
					PlainYaml.list(night.getOrDefault("orders", List.of()))
						.stream()
						.map((row) -> order(PlainYaml.list(row)))
						.toList()));
		}
		return nights;
	}

	private static List<Map<String, String>> sameColumns(Object rows) {
		Set<String> columns = new LinkedHashSet<>();
		PlainYaml.list(rows).forEach((row) -> columns.addAll(PlainYaml.map(row).keySet()));
		return PlainYaml.list(rows).stream().map((row) -> {
			Map<String, String> cells = new LinkedHashMap<>();
			columns.forEach((column) -> cells.put(column, (String) PlainYaml.map(row).getOrDefault(column, "")));
			return cells;
		}).toList();
	}

	private static Map<String, String> connection(List<String> row) {
		return Map.of("affiliate_email", row.get(0), "customer_email", row.get(1), "connected_at", row.get(2), "action",
				(row.size() > 3) ? row.get(3) : "");
	}

	private static OrderCells order(List<Object> row) {
		Map<String, String> cells = new HashMap<>(Map.of("order_id", (String) row.get(0), "ordered_at",
				(String) row.get(1), "customer_email", (String) row.get(2), "currency", "USD", "subtotal",
				(String) row.get(3), "total", (String) row.get(3), "status", "paid"));
		List<Map<String, String>> lines = new ArrayList<>();
		Map<String, Object> extra = (row.size() > 4) ? PlainYaml.map(row.get(4)) : Map.of();
		extra.forEach((column, value) -> {
			if (column.equals("lines")) {
				PlainYaml.list(value).forEach((line) -> lines.add(line(PlainYaml.strings(line))));
			}
			else {
				cells.put(column, (String) value);
			}
		});
		return new OrderCells(cells, lines);
	}

	private static Map<String, String> line(List<String> cells) {
		return Map.of("line_sku", cells.get(0), "line_quantity", cells.get(1), "line_price", cells.get(2));
	}

	private static Object get(Map<String, Object> keys, String key) {
		Object value = keys.get(key);
		if (value == null) {
			throw new IllegalArgumentException("cases.yml: a case must have '" + key + "', but has " + keys.keySet());
		}
		return value;
	}

}
