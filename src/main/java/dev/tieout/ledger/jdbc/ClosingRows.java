package dev.tieout.ledger.jdbc;

import java.time.YearMonth;

import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Writes closings and reopenings of months in the caller's transaction, which holds the
 * program's row: so no entry is numbered meanwhile.
 */
public final class ClosingRows {

	private final JdbcClient jdbc;

	public ClosingRows(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Closes a month and freezes the balances as they stand.
	 * @param month the month
	 * @param operation the command's record
	 * @return the closing's number
	 */
	public int close(YearMonth month, int operation) {
		this.jdbc
			.sql("insert into period (month, closed) values (?, true) on conflict (month) do update set closed = true")
			.param(month.atDay(1))
			.update();
		int closing = this.jdbc.sql("""
				insert into closing (closing_no, month, closed_at, operation_no, last_entry, entries, follows)
				select (select coalesce(max(closing_no), 0) + 1 from closing), :month, now(), :operation,
				       coalesce(max(entry_no), 0), count(*) filter (where period = :month),
				       (select max(closing_no) from closing where month = :month)
				from ledger_entry
				returning closing_no
				""").param("month", month.atDay(1)).param("operation", operation).query(Integer.class).single();
		freeze(month, closing);
		return closing;
	}

	/** The sums of balances, in the database: nobody's amounts pass through here. */
	private void freeze(YearMonth month, int closing) {
		this.jdbc
			.sql("""
					insert into closing_balance (closing_no, affiliate_no, currency, opening, accrued, adjusted, reversed, closing, released)
					select :closing, affiliate_no, currency,
					       coalesce(sum(amount) filter (where period < :month), 0),
					       coalesce(sum(amount) filter (where period = :month and type = 0), 0),
					       coalesce(sum(amount) filter (where period = :month and type = 1), 0),
					       coalesce(sum(amount) filter (where period = :month and type = 2), 0),
					       sum(amount),
					       coalesce(sum(amount) filter (where payable_on <= :released), 0)
					from ledger_entry
					where period <= :month
					group by affiliate_no, currency
					""")
			.param("closing", closing)
			.param("month", month.atDay(1))
			.param("released", month.atEndOfMonth())
			.update();
	}

	/**
	 * Opens a closed month again.
	 * @param month the month
	 * @param operation the command's record
	 * @return the number of the closing that no longer holds
	 */
	public int reopen(YearMonth month, int operation) {
		this.jdbc.sql("update period set closed = false where month = ?").param(month.atDay(1)).update();
		return this.jdbc.sql("""
				insert into reopening (closing_no, reopened_at, operation_no)
				select max(closing_no), now(), ? from closing where month = ?
				returning closing_no
				""").params(operation, month.atDay(1)).query(Integer.class).single();
	}

}
