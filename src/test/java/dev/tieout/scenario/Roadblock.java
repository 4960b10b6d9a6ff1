package dev.tieout.scenario;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Holds a run at a place that a test chooses: a trigger waits there for a lock that the
 * test has. So a test knows where a run is, without waiting for time to pass.
 */
final class Roadblock implements AutoCloseable {

	private static final int KEY = 4711;

	private final Installation tieout;

	private final Connection holder;

	private Roadblock(Installation tieout) throws SQLException {
		this.tieout = tieout;
		this.holder = tieout.database().ownerDataSource().getConnection();
		try (Statement statement = this.holder.createStatement()) {
			statement.execute("select pg_advisory_lock(" + KEY + ")");
		}
	}

	/** A run waits before it inserts into a table, once a condition holds. */
	static Roadblock beforeInsert(Installation tieout, String table, String condition) throws SQLException {
		return set(tieout, "before insert on " + table + " for each statement", condition, "null");
	}

	/**
	 * A run waits before it commits the count of a chunk of records, once as many are
	 * read.
	 */
	static Roadblock afterRecords(Installation tieout, String kind, int records) throws SQLException {
		return set(tieout, "after update of records on input_file for each row",
				"new.kind = '%s' and new.records >= %d".formatted(kind, records), "new");
	}

	private static Roadblock set(Installation tieout, String when, String condition, String answer)
			throws SQLException {
		Roadblock roadblock = new Roadblock(tieout);
		Sabotage.trigger(tieout, "roadblock", when, """
				if %s then perform pg_advisory_xact_lock_shared(%d); end if;
				return %s;
				""".formatted(condition, KEY, answer));
		return roadblock;
	}

	/** Returns when the run stands there. */
	void awaitRun() {
		JdbcClient jdbc = this.tieout.ownerJdbc();
		long until = System.nanoTime() + 60_000_000_000L;
		while (jdbc.sql("select count(*) from pg_locks where locktype = 'advisory' and objid = ? and not granted")
			.param(KEY)
			.query(Long.class)
			.single() == 0) {
			if (System.nanoTime() > until) {
				throw new AssertionError("the run did not come by");
			}
			Thread.onSpinWait();
		}
	}

	/**
	 * Holds the run until it has looked for a wish to stop long enough ago to look again.
	 */
	void holdUntilItLooksAgain() {
		this.tieout.ownerJdbc().sql("select pg_sleep(0.6)").query((row) -> {
		});
	}

	/** Lets the run go on. The trigger stays, but finds nobody to wait for. */
	void letGo() throws SQLException {
		this.holder.close();
	}

	@Override
	public void close() throws SQLException {
		letGo();
	}

}
