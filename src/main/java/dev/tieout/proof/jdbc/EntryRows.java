package dev.tieout.proof.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;

import dev.tieout.bulk.CopiedRows;
import dev.tieout.proof.SealedEntry;
import dev.tieout.proof.Sha256;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * Reads the ledger's entries in the order of their numbers, in the connection's
 * transaction. Stores and affiliates are few and looked up in memory: a join would cost
 * each of millions of rows.
 */
final class EntryRows {

	/** Stands before every entry, also one with a number that no sequence gives. */
	static final long BEFORE_ALL = -Long.MAX_VALUE;

	private static final String COLUMNS = """
			select entry_no, run_no, type, order_id, order_no, customer_no, affiliate_no, currency, amount, reason,
			       ordered_at, posted_at, business_date, period, payable_on, corrects, file_no, line, operation_no
			  from ledger_entry
			""";

	private final Connection connection;

	private final Map<Integer, String> stores = new HashMap<>();

	private final Map<Integer, String> affiliates = new HashMap<>();

	/**
	 * Creates the reader.
	 * @param connection whose transaction is read in
	 */
	EntryRows(Connection connection) {
		this.connection = connection;
		JdbcTemplate jdbc = new JdbcTemplate(new SingleConnectionDataSource(connection, true));
		jdbc.query("select f.file_no, s.code from input_file f join store s using (store_no)", (row) -> {
			this.stores.put(row.getInt(1), row.getString(2));
		});
		jdbc.query("select affiliate_no, address from affiliate", (row) -> {
			this.affiliates.put(row.getInt(1), Sha256.of(row.getString(2)));
		});
	}

	/**
	 * Reads entries.
	 * @param after the number before the first
	 * @param through the last number
	 * @param most how many at most
	 * @param taker takes each
	 * @return how many there were
	 * @throws SQLException if the database cannot be read
	 */
	int read(long after, long through, int most, Taker taker) throws SQLException {
		String query = COLUMNS
				+ "where entry_no > %d and entry_no <= %d order by entry_no limit %d".formatted(after, through, most);
		int count = 0;
		try (CopiedRows rows = new CopiedRows(this.connection, query)) {
			while (rows.next()) {
				taker.take(entry(rows));
				count++;
			}
		}
		return count;
	}

	private SealedEntry entry(CopiedRows row) {
		long number = row.number();
		int run = row.integer();
		int type = row.small();
		String orderId = row.text();
		long order = row.number();
		long customer = row.number();
		int affiliate = row.integer();
		String currency = row.text();
		long amount = row.number();
		int reason = row.small();
		var orderedAt = row.instant();
		var postedAt = row.instant();
		var businessDate = row.date();
		var period = row.date();
		var payableOn = row.date();
		Long corrects = row.numberOrNull();
		int file = row.integer();
		int line = row.integer();
		Integer operation = row.integerOrNull();
		return new SealedEntry(number, run, type, this.stores.getOrDefault(file, ""), orderId, order, customer,
				affiliate, this.affiliates.getOrDefault(affiliate, ""), currency, amount, reason, orderedAt, postedAt,
				businessDate, period, payableOn, corrects, file, line, operation);
	}

	/** Takes entries one by one. */
	@FunctionalInterface
	interface Taker {

		/**
		 * Takes an entry.
		 * @param entry the next
		 */
		void take(SealedEntry entry);

	}

}
