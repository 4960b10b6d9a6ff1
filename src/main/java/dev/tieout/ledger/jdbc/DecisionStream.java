package dev.tieout.ledger.jdbc;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Currency;
import java.util.Map;

import dev.tieout.bulk.CustomerCursor;
import dev.tieout.bulk.CustomerRange;
import dev.tieout.ledger.FormerDecision;
import dev.tieout.ledger.PostedEntry;

/**
 * Reads what posted runs left standing, sorted by the customer to whom each order belongs
 * now: an order may have moved since.
 */
public final class DecisionStream {

	private DecisionStream() {
	}

	/**
	 * Opens the stream of standing decisions.
	 * @param connection autocommit off
	 * @param range which customers
	 * @param rules what each row of {@code rules} says, by its number
	 * @return the cursor
	 * @throws SQLException when the query fails
	 */
	public static CustomerCursor<FormerDecision> decisions(Connection connection, CustomerRange range,
			Map<Integer, String> rules) throws SQLException {
		Owners owners = Owners.asOf(connection);
		return new CustomerCursor<>(connection, """
				select %1$s as owner, %2$s
				from decision d
				%3$s
				where d.superseded_by is null
				      and d.run_no in (select run_no from run where posted_at is not null)
				      and %4$s
				order by 1
				""".formatted(owners.name(), FormerDecisions.COLUMNS, owners.join(), owners.in(range)),
				new FormerDecisions(rules));
	}

	/**
	 * Opens the stream of entries.
	 * @param connection autocommit off
	 * @param range which customers
	 * @return the cursor; a customer's entries ascend by number
	 * @throws SQLException when the query fails
	 */
	public static CustomerCursor<PostedEntry> entries(Connection connection, CustomerRange range) throws SQLException {
		Owners owners = Owners.asOf(connection);
		return new CustomerCursor<>(connection, """
				select %1$s as owner, d.entry_no, d.order_no, d.affiliate_no, d.currency, d.amount
				from ledger_entry d
				%2$s
				where %3$s
				order by 1, d.entry_no
				""".formatted(owners.name(), owners.join(), owners.in(range)),
				(row) -> new PostedEntry(row.getLong(2), row.getLong(3), row.getInt(4),
						Currency.getInstance(row.getString(5)).getCurrencyCode(), row.getLong(6)));
	}

}
