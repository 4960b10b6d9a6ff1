package dev.tieout.audit.file;

import java.io.IOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;

import dev.tieout.audit.Advice;
import dev.tieout.audit.ExceptionGroup;
import dev.tieout.audit.ExceptionGroup.Source;
import dev.tieout.audit.Masking;
import dev.tieout.audit.NegativeBalance;
import dev.tieout.audit.RunReport;
import dev.tieout.audit.UnusualTotal;

/** What a person should look at, each with what to do about it. */
final class ExceptionsSheet {

	static final List<String> HEADINGS = List.of("from", "kind", "asks for something", "file", "line", "about", "found",
			"what to do");

	private final Exports exports;

	private final RunReport report;

	private final Masking masking;

	private final int room;

	private int rows;

	ExceptionsSheet(Exports exports, RunReport report, Masking masking, int room) {
		this.exports = exports;
		this.report = report;
		this.masking = masking;
		this.room = room;
	}

	/** How many rows there would be if they all had room. */
	static long rowsOf(RunReport report) {
		return report.unusual().size() + report.summary().negativeBalances().size()
				+ report.summary()
					.exceptions()
					.stream()
					.filter((group) -> group.source() != Source.REJECT)
					.mapToLong(ExceptionGroup::count)
					.sum();
	}

	void write(SheetRows sheet) throws IOException {
		this.report.unusual().stream().limit(this.room).forEach((total) -> unusual(sheet, total));
		this.report.summary().negativeBalances().stream().limit(left()).forEach((balance) -> negative(sheet, balance));
		int run = this.report.summary().header().number();
		this.exports.readNotices(run, left(), (row) -> notice(sheet, row));
		this.exports.readExceptionalRequests(run, left(), (row) -> request(sheet, row));
		sheet.end();
	}

	private int left() {
		return Math.max(0, this.room - this.rows);
	}

	private void unusual(SheetRows sheet, UnusualTotal total) {
		row(sheet, "Totals", "UNUSUAL_TOTAL", true, "", OptionalLong.empty(), total.subject(),
				"this run " + total.now() + ", median of the last " + total.runs() + " runs " + total.median(),
				"Look at the orders behind it; if the shop confirms them, nothing.");
	}

	private void negative(SheetRows sheet, NegativeBalance balance) {
		row(sheet, "Balances", "NEGATIVE_BALANCE", true, "", OptionalLong.empty(), balance.affiliate(),
				"the balance is " + balance.amount(), "Pay nothing out until later commission has made up for it.");
	}

	private void notice(SheetRows sheet, ResultSet row) throws SQLException {
		String kind = row.getString("kind");
		Advice advice = new ExceptionGroup(Source.NOTICE, kind, 0, List.of()).advice();
		row(sheet, Source.NOTICE.title(), kind, advice.asked(), text(row, "file"), line(row), "",
				this.masking.sentence(text(row, "detail")), advice.action());
	}

	private void request(SheetRows sheet, ResultSet row) throws SQLException {
		String outcome = row.getString("outcome");
		Advice advice = new ExceptionGroup(Source.REQUEST, outcome, 0, List.of()).advice();
		String other = text(row, "other");
		row(sheet, Source.REQUEST.title(), outcome, advice.asked(), text(row, "file"), line(row),
				this.masking.customer(text(row, "customer")) + " to " + text(row, "affiliate_email"),
				advice.meaning() + (other.isEmpty() ? "" : " It is " + other + "."), advice.action());
	}

	private void row(SheetRows sheet, String from, String kind, boolean asked, String file, OptionalLong line,
			String about, String found, String action) {
		sheet.text(from).text(kind).text(asked ? "yes" : "no").text(file);
		sheet.number(line).text(about).text(found).text(action).endRow();
		this.rows++;
	}

	private static String text(ResultSet row, String column) throws SQLException {
		String value = row.getString(column);
		return (value != null) ? value : "";
	}

	private static OptionalLong line(ResultSet row) throws SQLException {
		long line = row.getLong("line");
		return row.wasNull() ? OptionalLong.empty() : OptionalLong.of(line);
	}

}
