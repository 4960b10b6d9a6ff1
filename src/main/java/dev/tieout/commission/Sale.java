package dev.tieout.commission;

import java.util.Currency;
import java.util.List;

/**
 * The amounts of one order, in minor units of its currency.
 *
 * @param currency the order's currency
 * @param subtotal goods after discounts
 * @param shipping what delivery cost
 * @param tax all taxes
 * @param tip tips, part of the total and of no base
 * @param total what the order came to
 * @param refunded what was given back of the total
 * @param taxTreatment whether the subtotal holds tax
 * @param lines the order's lines without tips; none stands for one line without SKU
 */
public record Sale(Currency currency, long subtotal, long shipping, long tax, long tip, long total, long refunded,
		TaxTreatment taxTreatment, List<SaleLine> lines) {

	public Sale {
		lines = List.copyOf(lines);
	}

	/**
	 * Returns whether all of the order was given back, whatever its status says.
	 * @return whether refunded &gt; 0 and refunded &gt;= total (rules.md 4.3)
	 */
	public boolean isRefundedInFull() {
		return this.refunded > 0 && this.refunded >= this.total;
	}

}
