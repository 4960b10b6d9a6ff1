package dev.tieout.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;

/** The peer's script, run in a workload's folder as psql would run it. */
final class PeerScript {

	private static final Pattern COPY = Pattern.compile("\\\\copy (.+?) (from|to) '([^']+)' (csv header)",
			Pattern.DOTALL);

	private final Path folder;

	PeerScript(Path folder) {
		this.folder = folder;
	}

	void run(Connection connection) throws SQLException, IOException {
		CopyManager copy = connection.unwrap(PGConnection.class).getCopyAPI();
		try (Statement statement = connection.createStatement()) {
			StringBuilder sql = new StringBuilder();
			for (String line : script().lines().filter((line) -> !line.startsWith("--")).toList()) {
				if (line.startsWith("\\copy")) {
					copy(copy, line);
					continue;
				}
				sql.append(line).append('\n');
				if (line.endsWith(";")) {
					statement.execute(sql.toString());
					sql.setLength(0);
				}
			}
		}
	}

	/**
	 * Orders and order totals in minor units, by decision, as both contestants tell them.
	 */
	static SortedMap<String, String> totals(Connection connection) throws SQLException {
		SortedMap<String, String> totals = new TreeMap<>();
		try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery("""
				select decision, count(*) || ' orders, ' || (sum(o.total) * 100)::bigint || ' minor units, commission '
				       || (sum(d.commission) * 100)::bigint
				from decision d join raw_order o using (order_id) group by 1
				""")) {
			while (row.next()) {
				totals.put(row.getString(1), row.getString(2));
			}
		}
		return totals;
	}

	private void copy(CopyManager copy, String line) throws SQLException, IOException {
		Matcher parts = COPY.matcher(line);
		if (!parts.matches()) {
			throw new IllegalStateException("cannot read: " + line);
		}
		if (parts.group(2).equals("to")) {
			try (OutputStream out = Files.newOutputStream(this.folder.resolve(parts.group(3)))) {
				copy.copyOut("copy " + parts.group(1) + " to stdout csv header", out);
			}
			return;
		}
		TreeSet<Path> files = new TreeSet<>();
		try (DirectoryStream<Path> found = Files.newDirectoryStream(this.folder, parts.group(3))) {
			found.forEach(files::add);
		}
		for (Path file : files) {
			try (InputStream in = Files.newInputStream(file)) {
				copy.copyIn("copy " + parts.group(1) + " from stdin csv header", in, 1 << 16);
			}
		}
	}

	private static String script() throws IOException {
		try (InputStream in = Objects.requireNonNull(PeerScript.class.getResourceAsStream("peer.sql"))) {
			return new String(in.readAllBytes(), StandardCharsets.UTF_8);
		}
	}

}
