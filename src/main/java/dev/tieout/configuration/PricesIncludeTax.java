package dev.tieout.configuration;

/** Whether an input's subtotals are with tax (files.md, prices-include-tax). */
public enum PricesIncludeTax {

	YES, NO, DETECT

}
