package dev.tieout.audit;

import java.util.List;

/**
 * What came to a month between a closing and the next one.
 *
 * @param former the closing that was reopened
 * @param entries how many entries came
 * @param net their sums, one a currency
 * @param first the first of them, by number, 1,000 at most
 */
public record Between(Closing former, long entries, List<Total> net, List<LateEntry> first) {

	public Between {
		net = List.copyOf(net);
		first = List.copyOf(first);
	}

	/**
	 * Returns the entries as a table.
	 * @param limit how many at most
	 * @return one row an entry
	 */
	public TextTable table(int limit) {
		TextTable table = new TextTable(TextTable.Column.number("entry"), TextTable.Column.text("type"),
				TextTable.Column.text("order"), TextTable.Column.text("ordered on"), TextTable.Column.text("affiliate"),
				TextTable.Column.number("amount"), TextTable.Column.number("run"));
		this.first.stream()
			.limit(limit)
			.forEach((entry) -> table.row(entry.number(), entry.type(), entry.order(), entry.orderedOn(),
					entry.affiliate(), entry.amount(), entry.run()));
		return table;
	}

}
