package dev.tieout.program;

/**
 * The section {@code connect} of a version.
 *
 * @param enabled the Customer-Affiliate Connect switch
 * @param linkOnFirstOrder whether a first referred order connects its customer
 * @param onlyNewCustomers whether automatic connections are for new customers only
 * @param onConflict what a request does that meets another affiliate's live connection
 * @param expiresAfterDays validity in days from the anchor
 * @param refreshOnOrder whether a credited order moves the anchor
 * @param maxOrders validity in credited orders
 */
public record ConnectRules(boolean enabled, boolean linkOnFirstOrder, boolean onlyNewCustomers, OnConflict onConflict,
		DayLimit expiresAfterDays, boolean refreshOnOrder, OrderLimit maxOrders) {

	/** What holds where a version has no such section, and before the first version. */
	public static final ConnectRules DEFAULTS = new ConnectRules(false, false, false, OnConflict.KEEP,
			DayLimit.LIFETIME, false, OrderLimit.UNLIMITED);

}
