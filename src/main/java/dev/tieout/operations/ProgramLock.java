package dev.tieout.operations;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.LongToIntFunction;

import javax.sql.DataSource;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The lock that lets one run of the program be active. The row {@code program} says who
 * holds it, by a token that each taking raises; posting checks the token. While a process
 * holds it, a session of its own holds an advisory lock of the same number, which
 * PostgreSQL drops the moment the process is gone: so a dead holder is known at once, and
 * a heartbeat tells people when it was last alive.
 */
final class ProgramLock implements AutoCloseable {

	private static final Logger LOG = LoggerFactory.getLogger(ProgramLock.class);

	private static final String LOCK_NOT_AVAILABLE = "55P03";

	/** Keeps these advisory locks apart from others'; the view run_at_work knows it. */
	private static final int SPACE = 0x7e00;

	private static final Duration HEARTBEAT = Duration.ofSeconds(5);

	private final JdbcClient jdbc;

	private final Connection session;

	private final long token;

	private final int run;

	private final ScheduledExecutorService heartbeat = Executors.newSingleThreadScheduledExecutor((work) -> {
		Thread thread = new Thread(work, "heartbeat");
		thread.setDaemon(true);
		return thread;
	});

	private @Nullable ScheduledFuture<?> beating;

	private ProgramLock(JdbcClient jdbc, Connection session, long token, int run) {
		this.jdbc = jdbc;
		this.session = session;
		this.token = token;
		this.run = run;
	}

	/**
	 * Takes the lock if nobody alive holds it.
	 * @param register given the token, registers or takes up a run in the same
	 * transaction and returns its number
	 */
	static Optional<ProgramLock> tryTake(DataSource dataSource, JdbcClient jdbc, TransactionTemplate transaction,
			LongToIntFunction register) throws SQLException {
		Connection session = dataSource.getConnection();
		boolean taken = false;
		try {
			Optional<ProgramLock> lock = Objects.requireNonNull(transaction.execute((status) -> {
				Held held = held(jdbc);
				if (held.active() && !isFree(session, held.token())) {
					return Optional.<ProgramLock>empty();
				}
				long token = held.token() + 1;
				int run = register.applyAsInt(token);
				jdbc.sql("update program set lock_token = ?, active_run = ?, heartbeat_at = now()")
					.params(token, run)
					.update();
				jdbc.sql("update run set heartbeat_at = now() where run_no = ?").param(run).update();
				if (!advisory(session, "select pg_try_advisory_lock(?, ?)", token)) {
					throw new IllegalStateException("the lock's new token " + token + " is held already");
				}
				return Optional.of(new ProgramLock(jdbc, session, token, run));
			}));
			taken = lock.isPresent();
			return lock;
		}
		catch (DataAccessException ex) {
			if (isRowLocked(ex)) {
				return Optional.empty();
			}
			throw ex;
		}
		finally {
			if (!taken) {
				try (session; Statement statement = session.createStatement()) {
					statement.execute("select pg_advisory_unlock_all()");
				}
			}
		}
	}

	/**
	 * A run that posts keeps the row until it has posted. Who waits for it has to be able
	 * to give up.
	 */
	private static Held held(JdbcClient jdbc) {
		jdbc.sql("set local lock_timeout = '5s'").update();
		Held held = jdbc.sql("select lock_token, active_run is not null from program for update")
			.query((row, number) -> new Held(row.getLong(1), row.getBoolean(2)))
			.single();
		jdbc.sql("set local lock_timeout = 0").update();
		return held;
	}

	private static boolean isRowLocked(DataAccessException failure) {
		return failure.getMostSpecificCause() instanceof SQLException cause
				&& LOCK_NOT_AVAILABLE.equals(cause.getSQLState());
	}

	/** Who holds the lock, for a message to those who want it. */
	static Optional<String> holder(JdbcClient jdbc) {
		return jdbc.sql("""
				select r.run_no, r.job_name, r.operator, r.started_at, coalesce(r.heartbeat_at, r.started_at)
				from program p join run r on r.run_no = p.active_run
				""")
			.query((row, number) -> "run %d of job '%s', started by %s at %s, last sign of life at %s".formatted(
					row.getInt(1), row.getString(2), row.getString(3),
					row.getObject(4, OffsetDateTime.class).toInstant(),
					row.getObject(5, OffsetDateTime.class).toInstant()))
			.optional();
	}

	/** Whether the process that held a token is gone. */
	private static boolean isFree(Connection session, long token) {
		boolean free = advisory(session, "select pg_try_advisory_lock(?, ?)", token);
		if (free) {
			advisory(session, "select pg_advisory_unlock(?, ?)", token);
		}
		return free;
	}

	private static boolean advisory(Connection session, String sql, long token) {
		try (PreparedStatement statement = session.prepareStatement(sql)) {
			statement.setInt(1, SPACE);
			statement.setInt(2, (int) token);
			try (ResultSet row = statement.executeQuery()) {
				row.next();
				return row.getBoolean(1);
			}
		}
		catch (SQLException ex) {
			throw new IllegalStateException("the program's lock cannot be looked at: " + ex.getMessage(), ex);
		}
	}

	int run() {
		return this.run;
	}

	long token() {
		return this.token;
	}

	/** Starts the heartbeat. Another token in the row means that the lock is lost. */
	void keepAlive(Runnable whenLost) {
		this.beating = this.heartbeat.scheduleAtFixedRate(() -> {
			try {
				// The program's row is locked while a run posts; its own is not.
				this.jdbc.sql("update run set heartbeat_at = now() where run_no = ? and lock_token = ?")
					.params(this.run, this.token)
					.update();
				int rows = this.jdbc.sql("update program set heartbeat_at = now() where lock_token = ?")
					.param(this.token)
					.update();
				if (rows == 0) {
					LOG.error("Run {} has lost the program's lock to another run and stops.", this.run);
					whenLost.run();
				}
			}
			catch (RuntimeException ex) {
				LOG.warn("Run {} could not give a sign of life: {}", this.run, ex.getMessage());
			}
		}, HEARTBEAT.toMillis(), HEARTBEAT.toMillis(), TimeUnit.MILLISECONDS);
	}

	@Override
	public void close() throws SQLException {
		if (this.beating != null) {
			this.beating.cancel(false);
		}
		this.heartbeat.shutdown();
		try {
			this.jdbc.sql("update program set active_run = null where lock_token = ?").param(this.token).update();
			advisory(this.session, "select pg_advisory_unlock(?, ?)", this.token);
		}
		finally {
			this.session.close();
		}
	}

	private record Held(long token, boolean active) {

	}

}
