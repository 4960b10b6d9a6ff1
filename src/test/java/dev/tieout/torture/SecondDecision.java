package dev.tieout.torture;

/**
 * A decision, in words that any calculator can say.
 *
 * @param reason the reason code
 * @param source the test that decided, or empty
 * @param affiliate the address of whom it named, or empty
 * @param connection when the connection that it looked at started, or empty
 * @param base in minor units, 0 where the rules come to none
 * @param commission in minor units, 0 unless the order is credited
 * @param payableOn the day on which the hold ends, or empty
 * @param period the first day of the order's month
 */
record SecondDecision(String reason, String source, String affiliate, String connection, long base, long commission,
		String payableOn, String period) {

	/** The same of an order that has no entries. */
	SecondDecision withoutEntries() {
		return new SecondDecision(this.reason, this.source, this.affiliate, this.connection, this.base, this.commission,
				"", "");
	}

}
