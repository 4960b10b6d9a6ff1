package dev.tieout.audit.file;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;

import dev.tieout.attribution.Outcome;
import dev.tieout.audit.Masking;

/** Writes requests to connect and disconnect with what became of them, in words too. */
final class RequestFormat implements RowFormat {

	private final Masking masking;

	RequestFormat(Masking masking) {
		this.masking = masking;
	}

	@Override
	public void append(ResultSet row, RowOutput csv) throws SQLException {
		csv.text(ColumnFormat.text(row, 1));
		ColumnFormat.number(row, 2, csv);
		csv.text(ColumnFormat.text(row, 3)).text(this.masking.customer(ColumnFormat.text(row, 4)));
		ColumnFormat.instant(row, 5, csv);
		csv.text(ColumnFormat.text(row, 6)).text(ColumnFormat.text(row, 7)).text(detail(row)).endRow();
	}

	private static String detail(ResultSet row) throws SQLException {
		String outcome = row.getString("outcome");
		if (outcome == null) {
			return "not judged yet";
		}
		StringBuilder detail = new StringBuilder(Outcome.valueOf(outcome).meaning());
		String other = row.getString("other");
		if (other != null) {
			detail.append(": ").append(other);
		}
		return detail.append(instantThatCounted(row)).toString();
	}

	/** Where the request's own date is not the instant at which it was judged. */
	private static String instantThatCounted(ResultSet row) throws SQLException {
		OffsetDateTime judged = row.getObject("judged_at", OffsetDateTime.class);
		if (judged == null) {
			return "";
		}
		Instant asked = row.getObject("asked_at", OffsetDateTime.class).toInstant();
		if (!judged.toInstant().equals(asked)) {
			return "; the affiliate's first row holds from " + judged.toInstant();
		}
		return row.getBoolean("dated") ? "" : "; without a date it counts from " + asked;
	}

}
