package dev.tieout.orders.file;

import dev.tieout.commission.TaxTreatment;

/**
 * How an order's totals fit together (files.md, prices-include-tax).
 *
 * @param treatment what the net amount follows from
 * @param mismatch whether the totals do not add up, to a cent
 */
record TaxCheck(TaxTreatment treatment, boolean mismatch) {

	private static final TaxCheck INCLUDED = new TaxCheck(TaxTreatment.INCLUDED, false);

	private static final TaxCheck EXCLUDED = new TaxCheck(TaxTreatment.EXCLUDED, false);

	private static final TaxCheck EXCLUDED_BUT_WRONG = new TaxCheck(TaxTreatment.EXCLUDED, true);

	private static final TaxCheck UNCLEAR = new TaxCheck(TaxTreatment.UNCLEAR, true);

	/**
	 * Holds an order's parts against its total.
	 * @param prices what the input says
	 * @param withoutTax subtotal, shipping, duties, tip and fees
	 * @param tax all taxes
	 * @param total the order's total
	 * @return how they fit
	 */
	static TaxCheck of(PricesIncludeTax prices, long withoutTax, long tax, long total) {
		long overIncluded = Math.abs(total - withoutTax);
		long overExcluded = Math.abs(total - withoutTax - tax);
		return switch (prices) {
			case YES -> (overIncluded <= 1) ? INCLUDED : UNCLEAR;
			case NO -> (overExcluded <= 1) ? EXCLUDED : EXCLUDED_BUT_WRONG;
			case DETECT -> detected((tax > 0) ? overIncluded : Long.MAX_VALUE, overExcluded);
		};
	}

	/** An exact fit comes before one to a cent: a tax may be a single cent. */
	private static TaxCheck detected(long overIncluded, long overExcluded) {
		for (int tolerance = 0; tolerance <= 1; tolerance++) {
			if (overIncluded <= tolerance) {
				return INCLUDED;
			}
			if (overExcluded <= tolerance) {
				return EXCLUDED;
			}
		}
		return UNCLEAR;
	}

}
