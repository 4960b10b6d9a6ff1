package dev.tieout.audit.jdbc;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Currency;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

import dev.tieout.audit.Place;
import dev.tieout.audit.Total;

/** Reads cells of a row; a null becomes an empty value here and goes no further. */
final class Cells {

	private Cells() {
	}

	static Optional<String> text(ResultSet row, String column) throws SQLException {
		return Optional.ofNullable(row.getString(column));
	}

	static String textOrEmpty(ResultSet row, String column) throws SQLException {
		return text(row, column).orElse("");
	}

	static Optional<Instant> instant(ResultSet row, String column) throws SQLException {
		return Optional.ofNullable(row.getObject(column, OffsetDateTime.class)).map(OffsetDateTime::toInstant);
	}

	static Instant requiredInstant(ResultSet row, String column) throws SQLException {
		return row.getObject(column, OffsetDateTime.class).toInstant();
	}

	static Optional<LocalDate> date(ResultSet row, String column) throws SQLException {
		return Optional.ofNullable(row.getObject(column, LocalDate.class));
	}

	static LocalDate requiredDate(ResultSet row, String column) throws SQLException {
		return row.getObject(column, LocalDate.class);
	}

	static OptionalInt number(ResultSet row, String column) throws SQLException {
		int value = row.getInt(column);
		return row.wasNull() ? OptionalInt.empty() : OptionalInt.of(value);
	}

	/** The sum stands in {@code column}, its currency in {@code currency}. */
	static Total total(ResultSet row, String column) throws SQLException {
		BigDecimal minor = row.getBigDecimal(column);
		return new Total((minor != null) ? minor.toBigIntegerExact() : BigDecimal.ZERO.toBigInteger(),
				Currency.getInstance(row.getString("currency")));
	}

	/** The place stands in the columns {@code file} and {@code line}. */
	static Place place(ResultSet row) throws SQLException {
		long line = row.getLong("line");
		OptionalLong lineOrNone = row.wasNull() ? OptionalLong.empty() : OptionalLong.of(line);
		return new Place(textOrEmpty(row, "file"), lineOrNone);
	}

	/** The form in which a statement takes an instant. */
	static OffsetDateTime parameter(Instant instant) {
		return instant.atOffset(ZoneOffset.UTC);
	}

}
