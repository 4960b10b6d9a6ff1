package dev.tieout.audit.jdbc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;

import javax.sql.DataSource;

import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Readings of which all queries see the same moment, and whose rows come in blocks
 * instead of all at once.
 */
final class Snapshot {

	private static final int FETCH_SIZE = 5000;

	private final JdbcClient jdbc;

	private final TransactionTemplate transaction;

	Snapshot(DataSource dataSource) {
		JdbcTemplate template = new JdbcTemplate(dataSource);
		template.setFetchSize(FETCH_SIZE);
		this.jdbc = JdbcClient.create(new NamedParameterJdbcTemplate(template));
		this.transaction = new TransactionTemplate(new JdbcTransactionManager(dataSource));
		this.transaction.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
		this.transaction.setReadOnly(true);
	}

	JdbcClient jdbc() {
		return this.jdbc;
	}

	/** Answers how many there were of what was read. */
	long read(Reading reading) throws IOException {
		try {
			return Objects.requireNonNull(this.transaction.execute((status) -> {
				try {
					return reading.read();
				}
				catch (IOException ex) {
					throw new UncheckedIOException(ex);
				}
			}));
		}
		catch (UncheckedIOException ex) {
			throw Objects.requireNonNull(ex.getCause());
		}
	}

	/**
	 * Hands a row on to what writes it, from where nothing but unchecked errors may come.
	 */
	static void handOn(Writing writing) {
		try {
			writing.write();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Something read in one snapshot. */
	interface Reading {

		long read() throws IOException;

	}

	/** Something written of what was read. */
	interface Writing {

		void write() throws IOException;

	}

}
