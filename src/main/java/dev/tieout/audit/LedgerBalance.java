package dev.tieout.audit;

/**
 * What an affiliate has earned in one currency, before and after a run. Payouts are not
 * recorded here.
 *
 * @param affiliate the affiliate's address
 * @param name the affiliate's name, may be empty
 * @param before net of all entries of earlier runs
 * @param accrued net of the run's first entries
 * @param adjusted net of the run's adjustments
 * @param reversed net of the run's reversals
 * @param after what comes out
 * @param onHold the part of {@code after} that is payable after the day of posting
 * @param released the rest, before any payout
 */
public record LedgerBalance(String affiliate, String name, Total before, Total accrued, Total adjusted, Total reversed,
		Total after, Total onHold, Total released) {

	/**
	 * Returns whether the run moved this balance.
	 * @return true where it posted something for it
	 */
	public boolean moved() {
		return this.accrued.signum() != 0 || this.adjusted.signum() != 0 || this.reversed.signum() != 0;
	}

}
