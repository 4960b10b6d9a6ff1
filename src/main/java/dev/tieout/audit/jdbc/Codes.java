package dev.tieout.audit.jdbc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;

import dev.tieout.attribution.Ending;
import dev.tieout.attribution.OrderStatus;
import dev.tieout.attribution.Origin;
import dev.tieout.attribution.Outcome;
import dev.tieout.attribution.Reason;
import dev.tieout.attribution.RequestAction;
import dev.tieout.audit.EntryType;
import dev.tieout.program.AttributionTest;

/** What the small numbers of the tables stand for: the positions of these enums. */
final class Codes {

	static final List<Reason> REASONS = List.of(Reason.values());

	static final List<EntryType> ENTRY_TYPES = List.of(EntryType.values());

	static final List<AttributionTest> SOURCES = List.of(AttributionTest.values());

	static final List<OrderStatus> STATUSES = List.of(OrderStatus.values());

	static final List<Origin> ORIGINS = List.of(Origin.values());

	static final List<Ending> ENDINGS = List.of(Ending.values());

	static final List<RequestAction> ACTIONS = List.of(RequestAction.values());

	private Codes() {
	}

	static <T> Optional<T> optional(List<T> values, ResultSet row, String column) throws SQLException {
		int code = row.getInt(column);
		return row.wasNull() ? Optional.empty() : Optional.of(values.get(code));
	}

	static <T> T required(List<T> values, ResultSet row, String column) throws SQLException {
		return values.get(row.getInt(column));
	}

	static Optional<Outcome> outcome(ResultSet row, String column) throws SQLException {
		return Optional.ofNullable(row.getString(column)).map(Outcome::valueOf);
	}

}
