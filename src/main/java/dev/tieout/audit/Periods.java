package dev.tieout.audit;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * The months of the ledger.
 *
 * @param zone the zone of months and times
 * @param lines the earliest first, without a gap up to this month
 */
public record Periods(ZoneId zone, List<PeriodLine> lines) {

	private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

	public Periods {
		lines = List.copyOf(lines);
	}

	/**
	 * Returns the months as a table, times in the program's zone.
	 * @return one row a month and currency
	 */
	public TextTable table() {
		TextTable table = new TextTable(TextTable.Column.text("month"), TextTable.Column.text("state"),
				TextTable.Column.number("closing"), TextTable.Column.text("closed at"), TextTable.Column.text("by"),
				TextTable.Column.number("entries"), TextTable.Column.text("currency"),
				TextTable.Column.number("accrued"), TextTable.Column.number("adjusted"),
				TextTable.Column.number("reversed"), TextTable.Column.number("net"));
		for (PeriodLine line : this.lines) {
			Object closing = line.closing().map((last) -> Integer.toString(last.number())).orElse("");
			String at = line.closing().map((last) -> time(last.closedAt(), this.zone)).orElse("");
			String by = line.closing().map(Closing::closedBy).orElse("");
			if (line.movements().isEmpty()) {
				table.row(line.month(), line.state().word(), closing, at, by, line.entries(), "", "", "", "", "");
			}
			for (int i = 0; i < line.movements().size(); i++) {
				Movement movement = line.movements().get(i);
				boolean first = i == 0;
				table.row(first ? line.month() : "", first ? line.state().word() : "", first ? closing : "",
						first ? at : "", first ? by : "", first ? line.entries() : "",
						movement.net().currency().getCurrencyCode(), movement.accrued().toPlainString(),
						movement.adjusted().toPlainString(), movement.reversed().toPlainString(),
						movement.net().toPlainString());
			}
		}
		return table;
	}

	static String time(Instant instant, ZoneId zone) {
		return MINUTE.format(instant.atZone(zone));
	}

}
