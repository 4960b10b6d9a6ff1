package dev.tieout.proof.jdbc;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.sql.DataSource;

import dev.tieout.proof.CanonicalText;
import dev.tieout.proof.EntriesDigest;
import dev.tieout.proof.SealPart;
import dev.tieout.proof.SealedEntries;
import dev.tieout.proof.StoredSeal;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads what was sealed with a run. */
public final class SealedRuns {

	private static final String RUN = """
			select e.canonical_text, e.source_text, r.job_text, coalesce(r.reports, '') reports
			  from run r join edition e using (edition_no)
			 where r.run_no = ?
			""";

	private static final String AFFILIATES = """
			select distinct a.affiliate_no, encode(sha256(convert_to(a.address, 'UTF8')), 'hex'), a.address
			  from ledger_entry e join affiliate a using (affiliate_no)
			 where e.entry_no between ? and ?
			 order by a.affiliate_no
			""";

	private final DataSource dataSource;

	private final JdbcClient jdbc;

	/**
	 * Creates the reader.
	 * @param dataSource the application's
	 */
	public SealedRuns(DataSource dataSource) {
		this.dataSource = dataSource;
		this.jdbc = JdbcClient.create(dataSource);
	}

	/**
	 * Returns what was sealed with a run.
	 * @param run the run's number
	 * @return empty where no seal is the run's own
	 */
	public Optional<SealedRun> of(int run) {
		List<StoredSeal> seals = this.jdbc.sql("""
				select seal_no, run_no, hash, text from seal
				where seal_no <= (select seal_no from seal where run_no = ?) order by seal_no
				""")
			.param(run)
			.query((row, number) -> new StoredSeal(row.getInt(1), row.getInt(2), row.getString(3), row.getString(4)))
			.list();
		return seals.isEmpty() ? Optional.empty() : Optional.of(sealed(run, seals));
	}

	private SealedRun sealed(int run, List<StoredSeal> seals) {
		StoredSeal seal = seals.get(seals.size() - 1);
		Map<SealPart, String> parts = new EnumMap<>(SealPart.class);
		for (SealPart part : SealPart.values()) {
			parts.put(part,
					this.jdbc.sql("select lines from seal_part where seal_no = ? and part = ?")
						.params(seal.number(), part.word())
						.query(String.class)
						.optional()
						.orElse(""));
		}
		String numbers = parts.getOrDefault(SealPart.FILES, "")
			.lines()
			.map((line) -> line.substring(0, line.indexOf('\t')))
			.reduce("0", (all, number) -> all + "," + number);
		String files = lines(
				"select file_no, sha256, name from input_file where file_no = any (string_to_array(?, ',')::int[])"
						+ " order by file_no",
				numbers);
		String affiliates = lines(AFFILIATES, seal.number("first-entry"), seal.number("last-entry"));
		return this.jdbc.sql(RUN)
			.param(run)
			.query((row, at) -> new SealedRun(seals, parts, row.getString(1), row.getString(2), row.getString(3), files,
					affiliates, row.getString(4)))
			.single();
	}

	private String lines(String sql, Object... parameters) {
		CanonicalText text = new CanonicalText();
		this.jdbc.sql(sql).params(parameters).query((row) -> {
			append(row, text);
		});
		return text.toString();
	}

	private static void append(ResultSet row, CanonicalText text) throws SQLException {
		text.field(row.getString(1)).field(row.getString(2)).field(row.getString(3)).end();
	}

	/**
	 * Writes the canonical lines of the entries that a seal covers.
	 * @param seal the seal
	 * @param out where they go; not closed
	 * @return what they come to
	 * @throws IOException if {@code out} does not take them
	 * @throws DataAccessException if the database cannot be read
	 */
	public SealedEntries writeEntries(StoredSeal seal, OutputStream out) throws IOException {
		EntriesDigest digest = new EntriesDigest();
		CanonicalText text = new CanonicalText();
		try (Connection connection = this.dataSource.getConnection()) {
			new EntryRows(connection).read(seal.number("first-entry") - 1, seal.number("last-entry"), Integer.MAX_VALUE,
					(entry) -> {
						digest.add(entry);
						entry.appendTo(text);
						drain(text, out);
					});
			return digest.result();
		}
		catch (UncheckedIOException ex) {
			throw ex.getCause();
		}
		catch (SQLException ex) {
			throw new UncategorizedSQLException("entries of seal " + seal.number(), null, ex);
		}
	}

	private static void drain(CanonicalText text, OutputStream out) {
		try {
			text.drainTo(out::write);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
