package dev.tieout.attribution;

/** Why an order is credited or not (rules.md 4.3 to 4.5 and 7). */
public enum Reason {

	MISSING_EMAIL("the order names no customer address"),

	INVALID_EMAIL("the order's customer address is not an e-mail address"),

	SHARED_ADDRESS("the order's address is one the program ignores, such as a till's"),

	ORDER_REFUNDED("the order was refunded in full"),

	ORDER_CANCELLED("the order was cancelled"),

	ORDER_FAILED("the order's payment failed"),

	ORDER_NOT_PAID("the order is not paid"),

	PROGRAM_NOT_STARTED("the order was placed before the program's first version"),

	CONNECT_DISABLED("Customer-Affiliate Connect was switched off"),

	DISCONNECTED("the customer had been disconnected from the affiliate"),

	CONNECTION_EXPIRED("the connection's days were over"),

	ORDER_LIMIT_REACHED("the connection's number of orders was used up"),

	AFFILIATE_INACTIVE("the affiliate was not active at the order's time"),

	BEFORE_CONNECTION("the customer was connected only later"),

	NO_CONNECTION("no affiliate referred the customer"),

	SELF_PURCHASE("the affiliate bought for itself"),

	CUSTOMER_IS_AFFILIATE("the buyer is an affiliate, and the program pays nothing for affiliates' orders"),

	NOT_NEW_CUSTOMER("the customer was not new, and the program pays for new customers only"),

	RATE_CURRENCY_MISMATCH("the flat rate is in another currency than the order"),

	ZERO_COMMISSION("the commission comes to nothing"),

	BEFORE_LEDGER("earned before the program's post-from date, so it was paid elsewhere"),

	CREDITED("credited");

	private final String meaning;

	Reason(String meaning) {
		this.meaning = meaning;
	}

	/**
	 * Returns what this reason says, in words for a person.
	 * @return part of a sentence, without capital and full stop
	 */
	public String meaning() {
		return this.meaning;
	}

	/**
	 * Returns whether an order with this reason counts towards and refreshes its
	 * connection.
	 * @return true for {@link #CREDITED} and {@link #BEFORE_LEDGER} (rules.md 4.5)
	 */
	public boolean counts() {
		return this == CREDITED || this == BEFORE_LEDGER;
	}

}
