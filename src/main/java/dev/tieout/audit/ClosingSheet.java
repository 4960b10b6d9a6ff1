package dev.tieout.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A closing with its frozen copy of the balances.
 *
 * @param closing which closing
 * @param balances as they stood
 * @param between what came since the former closing of the month; empty for a month's
 * first closing
 */
public record ClosingSheet(Closing closing, BalanceSheet balances, Optional<Between> between) {

	/**
	 * Returns the sums of the balances.
	 * @return one row a currency
	 */
	public TextTable totals() {
		Map<String, List<Total>> sums = new LinkedHashMap<>();
		for (Balance balance : this.balances.balances()) {
			List<Total> parts = List.of(balance.opening(), balance.accrued(), balance.adjusted(), balance.reversed(),
					balance.closing(), balance.released());
			sums.merge(balance.closing().currency().getCurrencyCode(), parts, ClosingSheet::plus);
		}
		TextTable table = new TextTable(TextTable.Column.text("currency"), TextTable.Column.number("opening"),
				TextTable.Column.number("accrued"), TextTable.Column.number("adjusted"),
				TextTable.Column.number("reversed"), TextTable.Column.number("closing"),
				TextTable.Column.number("released"));
		sums.forEach((currency, parts) -> table.row(currency, parts.get(0).toPlainString(),
				parts.get(1).toPlainString(), parts.get(2).toPlainString(), parts.get(3).toPlainString(),
				parts.get(4).toPlainString(), parts.get(5).toPlainString()));
		return table;
	}

	private static List<Total> plus(List<Total> left, List<Total> right) {
		return java.util.stream.IntStream.range(0, left.size())
			.mapToObj((i) -> left.get(i).plus(right.get(i)))
			.toList();
	}

}
