package dev.tieout.proof.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;

import dev.tieout.proof.KnownSeal;
import dev.tieout.proof.StoredSeal;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads the seals there are. */
public final class SealList {

	private final JdbcClient jdbc;

	/**
	 * Creates the reader.
	 * @param jdbc the application's
	 */
	public SealList(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Returns the seals after a number, and a run's own.
	 * @param number the number
	 * @param run the run's number
	 * @return as they are to be known outside the database, in their order
	 */
	public List<KnownSeal> after(int number, int run) {
		return this.jdbc.sql("""
				select s.seal_no, s.run_no, s.hash, s.text, r.posted_at
				from seal s join run r using (run_no)
				where s.seal_no > ? or s.run_no = ?
				order by s.seal_no
				""").params(number, run).query((row, at) -> known(row)).list();
	}

	private static KnownSeal known(ResultSet row) throws SQLException {
		return new StoredSeal(row.getInt(1), row.getInt(2), row.getString(3), row.getString(4))
			.known(Objects.requireNonNull(row.getObject(5, OffsetDateTime.class)).toInstant());
	}

}
