package dev.tieout.audit;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Connections that were asked for.
 *
 * @param lines the first of them by customer and start
 * @param count how many there are in all
 */
public record Connections(List<ConnectionLine> lines, long count) {

	public Connections {
		lines = List.copyOf(lines);
	}

	/**
	 * Returns the connections as a table, timestamps in UTC.
	 * @return one row a connection
	 */
	public TextTable table() {
		TextTable table = new TextTable(TextTable.Column.text("customer"), TextTable.Column.text("affiliate"),
				TextTable.Column.text("started at"), TextTable.Column.text("ended at"), TextTable.Column.text("state"),
				TextTable.Column.text("origin"), TextTable.Column.number("orders"), TextTable.Column.number("limit"),
				TextTable.Column.text("expires at"), TextTable.Column.text("file"));
		for (ConnectionLine line : this.lines) {
			boolean live = line.state() == ConnectionState.LIVE;
			table.row(line.customer(), line.affiliate(), line.startedAt(), live ? "" : text(line.endedAt()),
					line.state().word(), line.origin().name().toLowerCase(Locale.ROOT), line.ordersCredited(),
					line.orderLimit().isPresent() ? line.orderLimit().getAsInt() : "", text(line.expiresAt()),
					line.place());
		}
		return table;
	}

	private static String text(Optional<Instant> instant) {
		return instant.map(Instant::toString).orElse("");
	}

}
