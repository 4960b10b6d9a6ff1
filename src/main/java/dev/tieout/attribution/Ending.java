package dev.tieout.attribution;

/** What ended a connection (rules.md 4.2). */
public enum Ending {

	EXPIRED(Reason.CONNECTION_EXPIRED),

	LIMIT_REACHED(Reason.ORDER_LIMIT_REACHED),

	DISCONNECTED(Reason.DISCONNECTED),

	REPLACED(Reason.DISCONNECTED);

	private final Reason reason;

	Ending(Reason reason) {
		this.reason = reason;
	}

	/**
	 * Returns why an order after this ending is not credited through the connection.
	 * @return the reason of rules.md 4.4
	 */
	public Reason reason() {
		return this.reason;
	}

}
