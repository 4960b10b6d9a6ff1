package dev.tieout.ledger.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

import dev.tieout.attribution.Reason;
import dev.tieout.bulk.CustomerCursor.RowReader;
import dev.tieout.ledger.FormerDecision;
import dev.tieout.ledger.Place;
import dev.tieout.ledger.StandingDecision;
import dev.tieout.program.AttributionTest;
import org.jspecify.annotations.Nullable;

/**
 * Turns rows of {@code decision} into decisions. What a row has in common with the one
 * before is kept once: one customer may have hundreds of thousands, all in memory.
 */
final class FormerDecisions implements RowReader<FormerDecision> {

	/** In the order in which they are taken, behind the owner. */
	static final String COLUMNS = """
			d.order_no, d.customer_no, d.order_total, d.run_no, d.rules_no, d.file_no, d.line, d.reason, d.new_customer,
			d.currency, d.source, d.affiliate_no, d.connection_started_at, d.order_of_limit, d.order_limit, d.expires_at,
			d.base, d.commission, d.rates""";

	private static final Reason[] REASONS = Reason.values();

	private static final AttributionTest[] SOURCES = AttributionTest.values();

	private final Map<Integer, String> rules;

	private String rates = "";

	private OptionalInt orderLimit = OptionalInt.empty();

	private Optional<Instant> startedAt = Optional.empty();

	private Optional<Instant> expiresAt = Optional.empty();

	/**
	 * Creates a reader for one cursor.
	 * @param rules what each row of {@code rules} says, by its number
	 */
	FormerDecisions(Map<Integer, String> rules) {
		this.rules = rules;
	}

	@Override
	public FormerDecision read(ResultSet row) throws SQLException {
		int rulesNumber = row.getInt(6);
		return new FormerDecision(decision(row, this.rules.getOrDefault(rulesNumber, "")), row.getInt(5), rulesNumber);
	}

	private StandingDecision decision(ResultSet row, String rulesText) throws SQLException {
		Place place = new Place(row.getInt(7), row.getInt(8));
		Reason reason = REASONS[row.getInt(9)];
		String currency = Currency.getInstance(row.getString(11)).getCurrencyCode();
		int source = row.getInt(12);
		if (row.wasNull()) {
			return new StandingDecision(row.getLong(2), row.getLong(3), row.getLong(4), currency, place, rulesText,
					reason, row.getBoolean(10), Optional.empty(), 0, Optional.empty(), 0, OptionalInt.empty(),
					Optional.empty(), 0, "", 0);
		}
		int limit = row.getInt(16);
		this.orderLimit = same(this.orderLimit, row.wasNull() ? OptionalInt.empty() : OptionalInt.of(limit));
		this.startedAt = same(this.startedAt, instant(row, 14));
		this.expiresAt = same(this.expiresAt, instant(row, 17));
		this.rates = same(this.rates, orEmpty(row.getString(20)));
		return new StandingDecision(row.getLong(2), row.getLong(3), row.getLong(4), currency, place, rulesText, reason,
				row.getBoolean(10), Optional.of(SOURCES[source]), row.getInt(13), this.startedAt, row.getInt(15),
				this.orderLimit, this.expiresAt, row.getLong(18), this.rates, row.getLong(19));
	}

	private static <T> T same(T former, T now) {
		return former.equals(now) ? former : now;
	}

	private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
		return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
	}

	private static String orEmpty(@Nullable String text) {
		return (text != null) ? text : "";
	}

}
