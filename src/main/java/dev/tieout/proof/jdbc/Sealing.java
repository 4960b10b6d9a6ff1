package dev.tieout.proof.jdbc;

import java.sql.Connection;
import java.sql.SQLException;

import javax.sql.DataSource;

import dev.tieout.proof.EntriesDigest;
import dev.tieout.proof.Fingerprints;
import dev.tieout.proof.SealedEntries;
import dev.tieout.proof.Sha256;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DataSourceUtils;

/**
 * Seals what a run posts, in the posting's own transaction: what is posted is sealed, or
 * neither. Whoever posts holds the program's row, so that seals come one after the other.
 */
public final class Sealing {

	/**
	 * How many entries are read at once, with their fingerprints in memory: 100,000 of 16
	 * bytes.
	 */
	private static final int BLOCK = 100_000;

	private final DataSource dataSource;

	/**
	 * Creates it.
	 * @param dataSource whose current transaction is the posting's
	 */
	public Sealing(DataSource dataSource) {
		this.dataSource = dataSource;
	}

	/**
	 * Seals a run. Everything that the seal is to cover must have been written, the run's
	 * own row included. Every posting makes a seal, also one without entries: it seals
	 * files, the edition and operations. The first seal of a database covers what was
	 * posted before there were seals.
	 * @param run the run's number
	 */
	public void seal(int run) {
		Connection connection = DataSourceUtils.getConnection(this.dataSource);
		try {
			seal(run, connection, new JdbcTemplate(this.dataSource));
		}
		catch (SQLException ex) {
			throw new IllegalStateException("the posting of run " + run + " could not be sealed: " + ex.getMessage(),
					ex);
		}
		finally {
			DataSourceUtils.releaseConnection(connection, this.dataSource);
		}
	}

	private static void seal(int run, Connection connection, JdbcTemplate jdbc) throws SQLException {
		Last last = jdbc.query("select seal_no, last_entry, hash from seal order by seal_no desc limit 1",
				(row) -> row.next() ? new Last(row.getInt(1), row.getLong(2), row.getString(3)) : Last.NONE);
		int number = last.number() + 1;
		SealedRecords.take(jdbc, number);
		SealedEntries entries = entries(last.entry(), connection, jdbc);
		SealedTables.WithParts sealed = new SealedTables(jdbc).seal(number, run, entries, last.hash());
		sealed.parts()
			.forEach((part, lines) -> jdbc.update("insert into seal_part (seal_no, part, lines) values (?, ?, ?)",
					number, part.word(), lines));
		jdbc.update("insert into seal (seal_no, run_no, last_entry, hash, text) values (?, ?, ?, ?, ?)", number, run,
				Math.max(last.entry(), entries.last()), sealed.seal().hash(), sealed.seal().text());
	}

	/**
	 * Everything above what was sealed so far: nobody else can have posted since.
	 */
	private static SealedEntries entries(long sealed, Connection connection, JdbcTemplate jdbc) throws SQLException {
		EntryRows rows = new EntryRows(connection);
		EntriesDigest digest = new EntriesDigest();
		Fingerprints fingerprints = new Fingerprints(BLOCK);
		long after = sealed;
		int read = BLOCK;
		while (read == BLOCK) {
			long[] reached = { after, after };
			read = rows.read(after, Long.MAX_VALUE, BLOCK, (entry) -> {
				digest.add(entry);
				reached[0] = fingerprints.isEmpty() ? entry.number() : reached[0];
				reached[1] = entry.number();
				fingerprints.add(entry);
			});
			if (!fingerprints.isEmpty()) {
				jdbc.update("insert into seal_fingerprint (first_entry, entries) values (?, ?)", reached[0],
						fingerprints.stored());
			}
			after = reached[1];
		}
		return digest.result();
	}

	private record Last(int number, long entry, String hash) {

		private static final Last NONE = new Last(0, EntryRows.BEFORE_ALL, Sha256.NONE);

	}

}
