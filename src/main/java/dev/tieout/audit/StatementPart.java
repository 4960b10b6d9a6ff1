package dev.tieout.audit;

import java.util.Currency;
import java.util.List;

/**
 * What a statement says of one currency.
 *
 * @param balance opening, movements, closing, and what of it is released
 * @param holds what of the closing is on hold, by day; they add up to {@link #onHold()}
 */
public record StatementPart(Balance balance, List<Hold> holds) {

	public StatementPart {
		holds = List.copyOf(holds);
	}

	/**
	 * Returns the currency of all amounts.
	 * @return the currency
	 */
	public Currency currency() {
		return this.balance.closing().currency();
	}

	/**
	 * Returns the part of the closing balance that is not released.
	 * @return closing less released
	 */
	public Total onHold() {
		return new Total(this.balance.closing().minor().subtract(this.balance.released().minor()), currency());
	}

}
