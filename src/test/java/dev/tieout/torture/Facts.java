package dev.tieout.torture;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Rows for the second calculator's tables ({@code 1-facts.sql}), in order. */
final class Facts {

	private static final JsonMapper JSON = new JsonMapper();

	private final Map<String, List<Map<String, @Nullable Object>>> rows = new LinkedHashMap<>();

	/** Adds a row: column, value, column, value... */
	void add(String table, @Nullable Object... columnsAndValues) {
		Map<String, @Nullable Object> row = new LinkedHashMap<>();
		for (int i = 0; i < columnsAndValues.length; i += 2) {
			row.put(String.valueOf(columnsAndValues[i]), columnsAndValues[i + 1]);
		}
		this.rows.computeIfAbsent(table, (key) -> new ArrayList<>()).add(row);
	}

	/** Adds a row with further columns. */
	void add(String table, Map<String, ? extends @Nullable Object> more, @Nullable Object... columnsAndValues) {
		add(table, columnsAndValues);
		List<Map<String, @Nullable Object>> all = this.rows.getOrDefault(table, List.of());
		all.get(all.size() - 1).putAll(more);
	}

	void insert(Connection connection) throws SQLException {
		for (Map.Entry<String, List<Map<String, @Nullable Object>>> table : this.rows.entrySet()) {
			String name = table.getKey();
			try (PreparedStatement insert = connection.prepareStatement(
					"insert into " + name + " select * from jsonb_populate_recordset(null::" + name + ", ?::jsonb)")) {
				insert.setString(1, JSON.writeValueAsString(table.getValue()));
				insert.executeUpdate();
			}
		}
	}

}
