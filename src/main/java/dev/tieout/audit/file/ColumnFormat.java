package dev.tieout.audit.file;

import java.math.BigInteger;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;

import dev.tieout.audit.Masking;
import dev.tieout.audit.Total;

/** Writes columns as they come, each as what its name says it is. */
final class ColumnFormat implements RowFormat {

	private final List<String> columns;

	private final Masking masking;

	ColumnFormat(List<String> columns, Masking masking) {
		this.columns = columns;
		this.masking = masking;
	}

	@Override
	public void append(ResultSet row, RowOutput csv) throws SQLException {
		for (int i = 0; i < this.columns.size(); i++) {
			append(this.columns.get(i), row, i + 1, csv);
		}
		csv.endRow();
	}

	private void append(String column, ResultSet row, int at, RowOutput csv) throws SQLException {
		switch (column) {
			case "entry", "run", "corrects", "line", "records", "accepted", "unchanged", "rejected", "orders_credited",
					"order_limit", "operation" ->
				number(row, at, csv);
			case "ordered_at", "posted_at", "started_at", "ended_at", "expires_at", "connected_at", "at" ->
				instant(row, at, csv);
			case "business_date", "payable_on" -> csv.date(row.getObject(at, LocalDate.class));
			case "amount" -> csv
				.money(new Total(BigInteger.valueOf(row.getLong(at)), Currency.getInstance(row.getString("currency"))));
			case "customer" -> csv.text(this.masking.customer(text(row, at)));
			case "detail" -> csv.text(detail(row, text(row, at)));
			case "record" -> csv.text(this.masking.record(text(row, at)));
			default -> csv.text(text(row, at));
		}
	}

	private String detail(ResultSet row, String detail) throws SQLException {
		boolean quotesAddress = this.columns.contains("record") && "INVALID_EMAIL".equals(row.getString("reason"));
		return quotesAddress ? this.masking.sentenceWithQuotes(detail) : this.masking.sentence(detail);
	}

	static String text(ResultSet row, int at) throws SQLException {
		String value = row.getString(at);
		return (value != null) ? value : "";
	}

	static void number(ResultSet row, int at, RowOutput csv) throws SQLException {
		long value = row.getLong(at);
		if (row.wasNull()) {
			csv.blank();
		}
		else {
			csv.number(value);
		}
	}

	static void instant(ResultSet row, int at, RowOutput csv) throws SQLException {
		OffsetDateTime value = row.getObject(at, OffsetDateTime.class);
		if (value == null) {
			csv.blank();
		}
		else {
			csv.instant(value.toInstant());
		}
	}

}
