package dev.tieout.ledger.jdbc;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import dev.tieout.attribution.Reason;
import dev.tieout.bulk.CustomerCursor;
import dev.tieout.bulk.CustomerRange;
import dev.tieout.ledger.FormerDecision;
import dev.tieout.ledger.Place;
import dev.tieout.ledger.PostedEntry;
import dev.tieout.ledger.StandingDecision;
import dev.tieout.program.AttributionTest;

/**
 * Reads what posted runs left standing, sorted by the customer to whom each order belongs
 * now: an order may have moved since.
 */
public final class DecisionStream {

	private static final Reason[] REASONS = Reason.values();

	private static final AttributionTest[] SOURCES = AttributionTest.values();

	private static final String OWNER = "coalesce(m.to_customer_no, d.customer_no)";

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
		return new CustomerCursor<>(connection, """
				select %1$s as owner, d.*
				from decision d
				left join order_move m on m.order_no = d.order_no and m.from_customer_no = d.customer_no
				where d.superseded_by is null
				      and d.run_no in (select run_no from run where posted_at is not null)
				      and %2$s
				order by 1
				""".formatted(OWNER, range.sql(OWNER, "d.customer_no")), (row) -> former(row, rules));
	}

	/**
	 * Opens the stream of entries.
	 * @param connection autocommit off
	 * @param range which customers
	 * @return the cursor; a customer's entries ascend by number
	 * @throws SQLException when the query fails
	 */
	public static CustomerCursor<PostedEntry> entries(Connection connection, CustomerRange range) throws SQLException {
		return new CustomerCursor<>(connection, """
				select %1$s as owner, d.entry_no, d.order_no, d.affiliate_no, d.currency, d.amount
				from ledger_entry d
				left join order_move m on m.order_no = d.order_no and m.from_customer_no = d.customer_no
				where %2$s
				order by 1, d.entry_no
				""".formatted(OWNER, range.sql(OWNER, "d.customer_no")), (row) -> new PostedEntry(row.getLong(2),
				row.getLong(3), row.getInt(4), row.getString(5), row.getLong(6)));
	}

	private static FormerDecision former(ResultSet row, Map<Integer, String> rules) throws SQLException {
		return new FormerDecision(decision(row, rules), row.getInt("run_no"), row.getInt("rules_no"));
	}

	private static StandingDecision decision(ResultSet row, Map<Integer, String> rules) throws SQLException {
		int source = row.getInt("source");
		Optional<AttributionTest> test = row.wasNull() ? Optional.empty() : Optional.of(SOURCES[source]);
		int limit = row.getInt("order_limit");
		OptionalInt orderLimit = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(limit);
		String rates = row.getString("rates");
		return new StandingDecision(row.getLong("order_no"), row.getLong("customer_no"), row.getLong("order_total"),
				row.getString("currency"), new Place(row.getInt("file_no"), row.getInt("line")),
				rules.getOrDefault(row.getInt("rules_no"), ""), REASONS[row.getInt("reason")],
				row.getBoolean("new_customer"), test, row.getInt("affiliate_no"), instant(row, "connection_started_at"),
				row.getInt("order_of_limit"), orderLimit, instant(row, "expires_at"), row.getLong("base"),
				(rates != null) ? rates : "", row.getLong("commission"));
	}

	private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
		return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
	}

}
