package dev.tieout.proof.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

import dev.tieout.proof.KnownSeals;
import dev.tieout.proof.Proof;
import dev.tieout.proof.ProofWatch;
import dev.tieout.proof.StoredSeal;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Recomputes everything that is sealed, and what must follow from it, in one snapshot of
 * the database. Memory does not grow with the ledger.
 */
public final class Verification {

	private static final int PAGE = 500;

	private static final int TOLD_EACH = 1 << 14;

	private final DataSource dataSource;

	/**
	 * Creates it.
	 * @param dataSource the application's
	 */
	public Verification(DataSource dataSource) {
		this.dataSource = dataSource;
	}

	/**
	 * Verifies the database, by itself and against what is known outside of it.
	 * @param known the seals that are known
	 * @param watch is told how far it is
	 * @return what came of it
	 * @throws DataAccessException if the database cannot be read
	 */
	public Proof verify(Optional<KnownSeals> known, ProofWatch watch) {
		try (Connection connection = this.dataSource.getConnection()) {
			boolean autoCommit = connection.getAutoCommit();
			connection.setAutoCommit(false);
			try (Statement statement = connection.createStatement()) {
				statement.execute("set transaction isolation level repeatable read, read only");
				statement.execute("set local jit = off; set local work_mem = '256MB'");
				return verify(connection, known, watch);
			}
			finally {
				connection.rollback();
				connection.setAutoCommit(autoCommit);
			}
		}
		catch (SQLException ex) {
			throw new UncategorizedSQLException("verify", null, ex);
		}
	}

	private static Proof verify(Connection connection, Optional<KnownSeals> known, ProofWatch watch)
			throws SQLException {
		JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
		Findings findings = new Findings();
		LedgerCheck ledger = new LedgerCheck(jdbc, findings);
		long[] entries = { 0 };
		long total = JdbcClient.create(jdbc)
			.sql("select greatest(reltuples, 0)::bigint from pg_class where oid = 'ledger_entry'::regclass")
			.query(Long.class)
			.single();
		watch.reached("entries", 0, total, "entries");
		known.ifPresent((seals) -> new KnownSealsCheck(jdbc, findings).check(seals));
		ledger.editions();
		SealCheck check = new SealCheck(connection, findings, () -> {
			if (++entries[0] % TOLD_EACH == 0) {
				watch.reached("entries", entries[0], total, "entries");
			}
		});
		int count = 0;
		Optional<StoredSeal> last = Optional.empty();
		for (List<StoredSeal> page = page(jdbc, 0); !page.isEmpty() && !findings.isFull();) {
			for (StoredSeal seal : page) {
				check.check(seal);
				count++;
				last = Optional.of(seal);
			}
			page = page(jdbc, page.get(page.size() - 1).number());
		}
		List<String> unsealed = new ArrayList<>();
		if (last.isPresent()) {
			ledger.unsealed(check.reached());
		}
		else {
			ledger.neverSealed();
		}
		unsealed.addAll(ledger.waiting(last.isPresent()));
		watch.reached("closings", 0, 0, "");
		ledger.closings();
		watch.reached("decisions", 0, 0, "");
		ledger.decisions();
		return new Proof(count, entries[0], last.map((seal) -> seal.known(postedAt(jdbc, seal.run()))), unsealed,
				findings.all());
	}

	private static List<StoredSeal> page(JdbcTemplate jdbc, int after) {
		return jdbc.query(
				"select seal_no, run_no, hash, text from seal where seal_no > ? order by seal_no limit " + PAGE,
				(row, number) -> new StoredSeal(row.getInt(1), row.getInt(2), row.getString(3), row.getString(4)),
				after);
	}

	private static Instant postedAt(JdbcTemplate jdbc, int run) {
		return jdbc
			.queryForList("select posted_at from run where run_no = ? and posted_at is not null", OffsetDateTime.class,
					run)
			.stream()
			.findFirst()
			.map(OffsetDateTime::toInstant)
			.orElse(Instant.EPOCH);
	}

}
