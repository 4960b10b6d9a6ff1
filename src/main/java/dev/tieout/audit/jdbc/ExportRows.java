package dev.tieout.audit.jdbc;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

import javax.sql.DataSource;

import org.postgresql.PGStatement;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.tieout.audit.Export;
import dev.tieout.audit.ExportScope;

/**
 * Streams the rows of an export. The whole result is never in memory: a transaction of
 * its own with a fetch size, without which the driver would load it all.
 */
public final class ExportRows {

	/** For as many rows as there are. */
	public static final int ALL = Integer.MAX_VALUE;

	private static final int FETCH_SIZE = 5000;

	/** What makes the driver ask for the binary form from the first execution on. */
	private static final int BINARY = -1;

	private static final Map<String, String> PARTS = Map.of("$outcomes_of_run", SqlParts.OUTCOMES_OF_RUN,
			"$current_outcomes", SqlParts.CURRENT_OUTCOMES, "$outcome_name", SqlParts.OUTCOME_NAME);

	private final DataSource dataSource;

	/**
	 * Creates the reader.
	 * @param dataSource the application's
	 */
	public ExportRows(DataSource dataSource) {
		this.dataSource = dataSource;
	}

	/**
	 * Reads an export's rows in a fixed order. Columns have the export's names.
	 * @param export which one; balances are read by {@link Balances}
	 * @param scope all of it, or one run's
	 * @param now the instant at which connections are live or not
	 * @param limit how many rows at most
	 * @param reader takes each row
	 * @return how many rows there were
	 * @throws SQLException if the database cannot be read
	 * @throws IOException if the reader cannot write
	 */
	public long read(Export export, ExportScope scope, Instant now, int limit, Reader reader)
			throws SQLException, IOException {
		return read(statement(export, scope, now), limit, reader);
	}

	/**
	 * Reads the ledger as it stood at the end of a day.
	 * @param day in the program's zone
	 * @param reader takes each row
	 * @return how many rows there were
	 * @throws SQLException if the database cannot be read
	 * @throws IOException if the reader cannot write
	 */
	public long readLedger(LocalDate day, Reader reader) throws SQLException, IOException {
		Instant until = new Cutoffs(JdbcClient.create(this.dataSource), Clock.systemUTC()).until(Optional.of(day));
		return read(resource("ledger").replace(":until", "timestamptz '" + until + "'"), ALL, reader);
	}

	/**
	 * Reads what was noticed in a run's files: file, line, kind, detail.
	 * @param runNo the run
	 * @param limit how many rows at most
	 * @param reader takes each row
	 * @return how many rows there were
	 * @throws SQLException if the database cannot be read
	 * @throws IOException if the reader cannot write
	 */
	public long readNotices(int runNo, int limit, Reader reader) throws SQLException, IOException {
		return read(ofRun("notices", runNo), limit, reader);
	}

	/**
	 * Reads the requests a run read or judged otherwise than before, which did not do
	 * what they asked for: file, line, affiliate_email, customer, outcome, other.
	 * @param runNo the run
	 * @param limit how many rows at most
	 * @param reader takes each row
	 * @return how many rows there were
	 * @throws SQLException if the database cannot be read
	 * @throws IOException if the reader cannot write
	 */
	public long readExceptionalRequests(int runNo, int limit, Reader reader) throws SQLException, IOException {
		return read(ofRun("exceptional-requests", runNo), limit, reader);
	}

	private long read(String statement, int limit, Reader reader) throws SQLException, IOException {
		String sql = (limit == ALL) ? statement : statement + "\n limit " + limit;
		try (Connection connection = this.dataSource.getConnection()) {
			boolean autoCommit = connection.getAutoCommit();
			connection.setAutoCommit(false);
			try {
				return read(connection, sql, reader);
			}
			finally {
				connection.rollback();
				connection.setAutoCommit(autoCommit);
			}
		}
	}

	private static long read(Connection connection, String sql, Reader reader) throws SQLException, IOException {
		try (Statement settings = connection.createStatement()) {
			settings.execute("set local jit = off; set local work_mem = '64MB'");
		}
		try (PreparedStatement statement = connection.prepareStatement(sql)) {
			statement.setFetchSize(FETCH_SIZE);
			// Numbers and times as they are: as text, both sides would convert each of
			// them.
			statement.unwrap(PGStatement.class).setPrepareThreshold(BINARY);
			long rows = 0;
			try (ResultSet row = statement.executeQuery()) {
				while (row.next()) {
					reader.row(row);
					rows++;
				}
			}
			return rows;
		}
	}

	/**
	 * Each export has a resource for either scope where they differ. Its parameters are
	 * numbers and an instant of our own, written into the text so that a statement may
	 * use them often.
	 */
	private String statement(Export export, ExportScope scope, Instant now) {
		String sql;
		if (scope instanceof ExportScope.OneRun run) {
			sql = (export == Export.DECISIONS) ? decisionsOfRun(run.number()) : ofRun(export.word(), run.number());
		}
		else {
			sql = resource(export.word()).replace(":now", "timestamptz '" + now + "'").replace(":until", "'infinity'");
		}
		return sql;
	}

	private static String ofRun(String name, int runNo) {
		return resource(name + "-of-run").replace(":run", Integer.toString(runNo));
	}

	/** Just the orders that the run's totals count. */
	private String decisionsOfRun(int runNo) {
		String judged = JudgedOrders.of(JdbcClient.create(this.dataSource), runNo).sql();
		return resource("decisions-of-run").replace("$judged_orders", judged).replace(":run", Integer.toString(runNo));
	}

	private static String resource(String name) {
		ClassPathResource resource = new ClassPathResource("dev/tieout/audit/" + name + ".sql");
		String sql;
		try {
			sql = resource.getContentAsString(StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			throw new IllegalStateException("the application's own " + resource + " cannot be read", ex);
		}
		for (Map.Entry<String, String> part : PARTS.entrySet()) {
			sql = sql.replace(part.getKey(), part.getValue());
		}
		return sql;
	}

	/** Takes rows one by one. */
	@FunctionalInterface
	public interface Reader {

		/**
		 * Takes a row.
		 * @param row standing on it
		 * @throws SQLException if it cannot be read
		 * @throws IOException if what comes of it cannot be written
		 */
		void row(ResultSet row) throws SQLException, IOException;

	}

}
