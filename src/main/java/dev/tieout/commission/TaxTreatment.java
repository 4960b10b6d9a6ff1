package dev.tieout.commission;

/**
 * How an order's goods after discounts relate to its tax (files.md, prices-include-tax).
 */
public enum TaxTreatment {

	/** The subtotal is without tax: net = subtotal. */
	EXCLUDED,

	/**
	 * The subtotal is with tax: net = subtotal − tax × subtotal / (subtotal + shipping).
	 */
	INCLUDED,

	/** The totals fit neither: net = subtotal − tax. */
	UNCLEAR

}
