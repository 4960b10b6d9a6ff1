package dev.tieout.database;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

import org.flywaydb.core.Flyway;
import org.postgresql.PGConnection;

/**
 * A database as a released version of the schema left it, with the rows of real runs.
 * What they did later than that version could is left out: tables and columns that it
 * does not have.
 */
public final class OldDatabase {

	private static final String ROWS = "/dev/tieout/torture/upgrades/";

	private final TestDatabase database;

	private final Set<String> filled = new TreeSet<>();

	private OldDatabase(TestDatabase database) {
		this.database = database;
	}

	/**
	 * Makes a database with the migrations up to a version.
	 * @param version the last migration it has had
	 * @return the database, with rows
	 */
	public static OldDatabase of(int version) throws Exception {
		OldDatabase old = new OldDatabase(TestDatabase.unmigrated());
		Flyway.configure()
			.dataSource(old.database.ownerDataSource())
			.defaultSchema(DatabaseAccess.SCHEMA)
			.createSchemas(false)
			.locations("classpath:db/migration")
			.target(Integer.toString(version))
			.load()
			.migrate();
		old.fill((version == 2) ? "V2.rows" : "V9.rows");
		if (version >= 11) {
			old.fill("V11.rows");
		}
		return old;
	}

	private void fill(String rows) throws IOException, SQLException {
		try (Connection administrator = TestServer.connect(this.database.name());
				Statement statement = administrator.createStatement()) {
			statement.execute("set search_path = tieout; set session_replication_role = replica");
			List<String> lines = lines(rows);
			for (int i = 0; i < lines.size(); i++) {
				String[] words = lines.get(i).split(" ");
				if (lines.get(i).startsWith("-- sequence ")) {
					statement.execute("select setval(c.oid, " + words[3]
							+ ") from pg_class c where c.oid = to_regclass('" + words[2] + "')");
				}
				else if (lines.get(i).startsWith("-- table ")) {
					int end = i + 1 + lines.subList(i + 1, lines.size()).indexOf("\\.");
					copy(administrator, words[2], words[3].replaceAll("[()]", "").split(","),
							lines.subList(i + 1, end));
					i = end;
				}
			}
		}
	}

	private static List<String> lines(String name) throws IOException {
		try (InputStream rows = Objects.requireNonNull(OldDatabase.class.getResourceAsStream(ROWS + name), name)) {
			return new String(rows.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
		}
	}

	private void copy(Connection administrator, String table, String[] columns, List<String> rows)
			throws SQLException, IOException {
		Set<String> known = columns(administrator, table);
		List<Integer> kept = new ArrayList<>();
		for (int i = 0; i < columns.length; i++) {
			if (known.contains(columns[i])) {
				kept.add(i);
			}
		}
		if (kept.isEmpty()) {
			return;
		}
		StringBuilder text = new StringBuilder();
		for (String row : rows) {
			String[] cells = row.split("\t", -1);
			text.append(String.join("\t", kept.stream().map((i) -> cells[i]).toList())).append('\n');
		}
		try (Statement statement = administrator.createStatement()) {
			statement.execute("delete from " + table); // what a migration has put there
		}
		administrator.unwrap(PGConnection.class)
			.getCopyAPI()
			.copyIn("copy " + table + " (" + String.join(", ", kept.stream().map((i) -> columns[i]).toList())
					+ ") from stdin", new ByteArrayInputStream(text.toString().getBytes(StandardCharsets.UTF_8)));
		this.filled.add(table);
	}

	private static Set<String> columns(Connection administrator, String table) throws SQLException {
		Set<String> columns = new HashSet<>();
		try (Statement statement = administrator.createStatement();
				ResultSet rows = statement
					.executeQuery("select attname from pg_attribute where attrelid = to_regclass('" + table
							+ "') and attnum > 0 and not attisdropped")) {
			while (rows.next()) {
				columns.add(rows.getString(1));
			}
		}
		return columns;
	}

	/**
	 * Returns the tables of the schema in which there is no row.
	 * @return their names, sorted
	 */
	public Set<String> empty() throws SQLException {
		Set<String> empty = new TreeSet<>();
		try (Connection owner = this.database.ownerDataSource().getConnection();
				Statement statement = owner.createStatement();
				ResultSet tables = statement.executeQuery(
						"select relname from pg_class where relnamespace = 'tieout'::regnamespace and relkind = 'r'")) {
			while (tables.next()) {
				empty.add(tables.getString(1));
			}
		}
		empty.removeAll(this.filled);
		empty.removeAll(Arrays.asList("flyway_schema_history", "reason_code", "outcome_code", "entry_type_code"));
		return empty;
	}

	/**
	 * Brings it up to date, as the first command of this build does.
	 * @return the database
	 */
	public TestDatabase upgraded() {
		Migrations.bringUpToDate(TestDatabase.access(this.database.name()));
		return this.database;
	}

}
