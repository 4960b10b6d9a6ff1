package dev.tieout.audit;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * Balances of one posting period.
 *
 * @param period the month
 * @param closing the closing, where the month is closed; without {@code asOf} the
 * balances are its frozen copy
 * @param asOf entries posted after this day are left out
 * @param releasedBy entries payable on this day or before are released
 * @param zone the zone of these days
 * @param balances by affiliate and currency
 */
public record BalanceSheet(YearMonth period, Optional<Closing> closing, Optional<LocalDate> asOf, LocalDate releasedBy,
		ZoneId zone, List<Balance> balances) {

	public BalanceSheet {
		balances = List.copyOf(balances);
	}

	/**
	 * Returns the balances as a table.
	 * @return one row an affiliate and currency
	 */
	public TextTable table() {
		TextTable table = new TextTable(TextTable.Column.text("affiliate"), TextTable.Column.text("name"),
				TextTable.Column.text("currency"), TextTable.Column.number("opening"),
				TextTable.Column.number("accrued"), TextTable.Column.number("adjusted"),
				TextTable.Column.number("reversed"), TextTable.Column.number("closing"),
				TextTable.Column.number("released"));
		for (Balance balance : this.balances) {
			table.row(balance.affiliate(), balance.name(), balance.closing().currency().getCurrencyCode(),
					balance.opening().toPlainString(), balance.accrued().toPlainString(),
					balance.adjusted().toPlainString(), balance.reversed().toPlainString(),
					balance.closing().toPlainString(), balance.released().toPlainString());
		}
		return table;
	}

}
