package dev.tieout.torture;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import org.jspecify.annotations.Nullable;

import dev.tieout.database.TestDatabase;

/**
 * The rules a second time, in PL/pgSQL, written from docs/rules.md and not from the Java
 * ({@code src/test/resources/dev/tieout/torture}). It shares nothing with the core but
 * the facts.
 */
final class SecondCalculator implements AutoCloseable {

	private static final String[] SCRIPTS = { "1-facts.sql", "2-reading.sql", "3-amount.sql", "4-connections.sql",
			"5-orders.sql", "6-replay.sql" };

	private final TestDatabase database = TestDatabase.fresh();

	private final Connection connection;

	SecondCalculator() throws IOException, SQLException {
		this.connection = this.database.ownerDataSource().getConnection();
		for (String script : SCRIPTS) {
			try (InputStream text = Objects.requireNonNull(SecondCalculator.class.getResourceAsStream(script))) {
				execute(new String(text.readAllBytes(), StandardCharsets.UTF_8));
			}
		}
		execute("set jit = off");
	}

	/** Answers what a world's facts come to. */
	Answers answer(Facts facts) throws SQLException {
		execute("call forget()");
		facts.insert(this.connection);
		execute("call answer()");
		return new Answers(decisions(), lines("select seq || ' ' || outcome from outcome"), lines("""
				select concat_ws(' ', customer, affiliate, extract(epoch from started), extract(epoch from ended),
				       ending, credited, automatic)
				  from connection
				"""));
	}

	private Map<String, SecondDecision> decisions() throws SQLException {
		Map<String, SecondDecision> decisions = new TreeMap<>();
		try (Statement query = this.connection.createStatement();
				ResultSet row = query.executeQuery("select * from decision")) {
			while (row.next()) {
				String reason = row.getString("reason");
				decisions.put(row.getString("store") + "/" + row.getString("order_id"),
						new SecondDecision(reason, text(row.getString("source")), text(row.getString("affiliate")),
								instant(row.getObject("connection", OffsetDateTime.class)), row.getLong("base"),
								row.getLong("commission"), text(row.getString("payable_on")), row.getString("period")));
			}
		}
		return decisions;
	}

	private Set<String> lines(String sql) throws SQLException {
		Set<String> lines = new TreeSet<>();
		try (Statement query = this.connection.createStatement(); ResultSet row = query.executeQuery(sql)) {
			while (row.next()) {
				lines.add(row.getString(1));
			}
		}
		return lines;
	}

	private static String text(@Nullable String value) {
		return (value != null) ? value : "";
	}

	private static String instant(@Nullable OffsetDateTime value) {
		return (value != null) ? value.toInstant().toString() : "";
	}

	private void execute(String sql) throws SQLException {
		try (Statement statement = this.connection.createStatement()) {
			statement.execute(sql);
		}
	}

	@Override
	public void close() throws SQLException {
		this.connection.close();
		this.database.close();
	}

}
