package dev.tieout.audit.file;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

import dev.tieout.attribution.Reason;
import dev.tieout.audit.Masking;
import dev.tieout.audit.Place;
import dev.tieout.program.AttributionTest;

/** Writes decisions through {@link DecisionRow}, as a run does. */
final class DecisionFormat implements RowFormat {

	private static final List<Reason> REASONS = List.of(Reason.values());

	private static final List<AttributionTest> SOURCES = List.of(AttributionTest.values());

	private final Map<String, Currency> currencies = new HashMap<>();

	private final Masking masking;

	DecisionFormat(Masking masking) {
		this.masking = masking;
	}

	@Override
	public void append(ResultSet row, RowOutput csv) throws SQLException {
		Currency currency = this.currencies.computeIfAbsent(row.getString("currency"), Currency::getInstance);
		Optional<LocalDate> effectiveFrom = Optional.ofNullable(row.getObject("effective_from", LocalDate.class));
		new DecisionRow(text(row, "store"), text(row, "order_id"), text(row, "order_number"),
				row.getObject("ordered_at", OffsetDateTime.class).toInstant(), text(row, "customer"),
				REASONS.get(row.getInt("reason")), text(row, "affiliate_email"), source(row),
				instant(row, "connection_started_at"), row.getInt("order_of_limit"), limit(row),
				instant(row, "expires_at"), currency, row.getLong("order_total"), row.getLong("base"),
				row.getLong("commission"), DecisionRow.rules(row.getString("hash"), effectiveFrom), row.getInt("run"),
				new Place(row.getString("file"), OptionalLong.of(row.getLong("line"))))
			.appendTo(csv, this.masking);
	}

	private static String text(ResultSet row, String column) throws SQLException {
		String value = row.getString(column);
		return (value != null) ? value : "";
	}

	private static String source(ResultSet row) throws SQLException {
		int source = row.getInt("source");
		return row.wasNull() ? "" : SOURCES.get(source).word();
	}

	private static OptionalInt limit(ResultSet row) throws SQLException {
		int limit = row.getInt("order_limit");
		return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(limit);
	}

	private static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
		return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
	}

}
