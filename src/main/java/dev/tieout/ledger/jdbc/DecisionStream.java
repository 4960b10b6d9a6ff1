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

	/** In the order in which {@link #decision} takes them, behind the owner. */
	private static final String COLUMNS = """
			d.order_no, d.customer_no, d.order_total, d.run_no, d.rules_no, d.file_no, d.line, d.reason, d.new_customer,
			d.currency, d.source, d.affiliate_no, d.connection_started_at, d.order_of_limit, d.order_limit, d.expires_at,
			d.base, d.commission, d.rates""";

	private static final int RUN = 5;

	private static final int RULES = 6;

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
				select %1$s as owner, %3$s
				from decision d
				left join order_move m on m.order_no = d.order_no and m.from_customer_no = d.customer_no
				where d.superseded_by is null
				      and d.run_no in (select run_no from run where posted_at is not null)
				      and %2$s
				order by 1
				""".formatted(OWNER, range.sql(OWNER, "d.customer_no"), COLUMNS), (row) -> former(row, rules));
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
		return new FormerDecision(decision(row, rules), row.getInt(RUN), row.getInt(RULES));
	}

	private static StandingDecision decision(ResultSet row, Map<Integer, String> rules) throws SQLException {
		Place place = new Place(row.getInt(7), row.getInt(8));
		String rulesText = rules.getOrDefault(row.getInt(RULES), "");
		Reason reason = REASONS[row.getInt(9)];
		int source = row.getInt(12);
		if (row.wasNull()) {
			return new StandingDecision(row.getLong(2), row.getLong(3), row.getLong(4), row.getString(11), place,
					rulesText, reason, row.getBoolean(10), Optional.empty(), 0, Optional.empty(), 0,
					OptionalInt.empty(), Optional.empty(), 0, "", 0);
		}
		int limit = row.getInt(16);
		OptionalInt orderLimit = row.wasNull() ? OptionalInt.empty() : OptionalInt.of(limit);
		String rates = row.getString(20);
		return new StandingDecision(row.getLong(2), row.getLong(3), row.getLong(4), row.getString(11), place, rulesText,
				reason, row.getBoolean(10), Optional.of(SOURCES[source]), row.getInt(13), instant(row, 14),
				row.getInt(15), orderLimit, instant(row, 17), row.getLong(18), (rates != null) ? rates : "",
				row.getLong(19));
	}

	private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
		return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
	}

}
