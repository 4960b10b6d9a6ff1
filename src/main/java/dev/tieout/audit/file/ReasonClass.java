package dev.tieout.audit.file;

import dev.tieout.attribution.Reason;
import dev.tieout.audit.file.BarChart.Fill;

/** The reasons in the few classes that a chart can show. */
enum ReasonClass {

	CREDITED("Credited", Fill.SOLID),

	ELSEWHERE("Earned before the ledger began", Fill.DENSE),

	REFERRED_NOT_PAID("Referred, but not to be paid", Fill.CROSSED),

	NOT_REFERRED("Nobody referred it in time", Fill.DIAGONAL),

	NOT_A_SALE("Not paid, refunded or before the program", Fill.DOTTED),

	NO_ADDRESS("No usable address", Fill.EMPTY);

	private final String words;

	private final Fill fill;

	ReasonClass(String words, Fill fill) {
		this.words = words;
		this.fill = fill;
	}

	static ReasonClass of(Reason reason) {
		return switch (reason) {
			case CREDITED -> CREDITED;
			case BEFORE_LEDGER -> ELSEWHERE;
			case SELF_PURCHASE, CUSTOMER_IS_AFFILIATE, NOT_NEW_CUSTOMER, RATE_CURRENCY_MISMATCH, ZERO_COMMISSION ->
				REFERRED_NOT_PAID;
			case CONNECT_DISABLED, DISCONNECTED, CONNECTION_EXPIRED, ORDER_LIMIT_REACHED, AFFILIATE_INACTIVE,
					BEFORE_CONNECTION, NO_CONNECTION ->
				NOT_REFERRED;
			case ORDER_REFUNDED, ORDER_CANCELLED, ORDER_FAILED, ORDER_NOT_PAID, PROGRAM_NOT_STARTED -> NOT_A_SALE;
			case MISSING_EMAIL, INVALID_EMAIL, SHARED_ADDRESS -> NO_ADDRESS;
		};
	}

	String words() {
		return this.words;
	}

	Fill fill() {
		return this.fill;
	}

}
