package dev.tieout.operations;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;

import javax.sql.DataSource;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * A process that serves, as others see it: a number, and as long as it lives a session
 * that holds an advisory lock of that number.
 */
final class ServeProcess implements AutoCloseable {

	/** Keeps these advisory locks apart from the program's. */
	static final int SPACE = 0x7e01;

	private static final int VALID_WITHIN_SECONDS = (int) Duration.ofSeconds(5).toSeconds();

	private final JdbcClient jdbc;

	private final Connection session;

	private final int number;

	private ServeProcess(JdbcClient jdbc, Connection session, int number) {
		this.jdbc = jdbc;
		this.session = session;
		this.number = number;
	}

	/**
	 * Enrols this process.
	 * @param name for people
	 */
	static ServeProcess enrol(DataSource dataSource, JdbcClient jdbc, String name) throws SQLException {
		Connection session = dataSource.getConnection();
		try {
			int number = jdbc.sql("""
					insert into serve_process (name, started_at, seen_at) values (?, now(), now()) returning process_no
					""").param(name).query(Integer.class).single();
			try (PreparedStatement statement = session.prepareStatement("select pg_try_advisory_lock(?, ?)")) {
				statement.setInt(1, SPACE);
				statement.setInt(2, number);
				try (ResultSet row = statement.executeQuery()) {
					row.next();
					if (!row.getBoolean(1)) {
						throw new IllegalStateException("the number " + number + " of this process is held already");
					}
				}
			}
			return new ServeProcess(jdbc, session, number);
		}
		catch (SQLException | RuntimeException ex) {
			session.close();
			throw ex;
		}
	}

	int number() {
		return this.number;
	}

	/** Gives a sign of life; answers whether others still see this process as alive. */
	boolean isSeen() throws SQLException {
		if (!this.session.isValid(VALID_WITHIN_SECONDS)) {
			return false;
		}
		this.jdbc.sql("update serve_process set seen_at = now() where process_no = ?").param(this.number).update();
		return true;
	}

	@Override
	public void close() throws SQLException {
		try (this.session;
				PreparedStatement unlock = this.session.prepareStatement("select pg_advisory_unlock_all()")) {
			this.jdbc.sql("update serve_process set ended_at = now(), seen_at = now() where process_no = ?")
				.param(this.number)
				.update();
			unlock.execute();
		}
	}

}
