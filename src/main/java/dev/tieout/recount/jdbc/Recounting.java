package dev.tieout.recount.jdbc;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

import javax.sql.DataSource;

import dev.tieout.recount.Check;
import dev.tieout.recount.CheckResult;
import dev.tieout.recount.Difference;
import dev.tieout.recount.Recount;
import dev.tieout.recount.RecountWatch;
import org.springframework.jdbc.UncategorizedSQLException;

/**
 * Computes again, in one read-only snapshot of the database, what can be computed there.
 * Memory does not grow with the ledger: the database compares, and only differences come
 * out.
 */
public final class Recounting {

	private static final int MOST = 10;

	private final DataSource dataSource;

	/**
	 * Creates it.
	 * @param dataSource the application's
	 */
	public Recounting(DataSource dataSource) {
		this.dataSource = dataSource;
	}

	/**
	 * Does every check.
	 * @param watch is told which is at work
	 * @return what came of them
	 * @throws DataAccessException if the database cannot be read
	 */
	public Recount recount(RecountWatch watch) {
		try (Connection connection = this.dataSource.getConnection()) {
			boolean autoCommit = connection.getAutoCommit();
			connection.setAutoCommit(false);
			try (Statement statement = connection.createStatement()) {
				statement.execute("set transaction isolation level repeatable read, read only");
				statement.execute("set local jit = off; set local work_mem = '128MB'");
				return recount(connection, watch);
			}
			finally {
				connection.rollback();
				connection.setAutoCommit(autoCommit);
			}
		}
		catch (SQLException ex) {
			throw new UncategorizedSQLException("audit", null, ex);
		}
	}

	private static Recount recount(Connection connection, RecountWatch watch) throws SQLException {
		List<CheckResult> results = new ArrayList<>();
		for (Check check : Check.values()) {
			watch.begins(check, results.size());
			results.add(result(connection, check));
		}
		try (Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery("select count(distinct customer_no) from due")) {
			row.next();
			return new Recount(results, row.getLong(1));
		}
	}

	private static CheckResult result(Connection connection, Check check) throws SQLException {
		try (Statement statement = connection.createStatement();
				ResultSet row = statement.executeQuery(CheckSql.counted(check))) {
			row.next();
			long differing = row.getLong("differing");
			return new CheckResult(check, row.getLong("compared"), differing,
					(differing > 0) ? differences(connection, check) : List.of());
		}
	}

	private static List<Difference> differences(Connection connection, Check check) throws SQLException {
		List<Difference> differences = new ArrayList<>();
		try (PreparedStatement statement = connection.prepareStatement(CheckSql.listed(check))) {
			statement.setInt(1, MOST);
			try (ResultSet row = statement.executeQuery()) {
				while (row.next()) {
					differences.add(new Difference(row.getString("order_name"), row.getString("place"),
							row.getString("subject"), row.getString("expected"), row.getString("found")));
				}
			}
		}
		return differences;
	}

}
