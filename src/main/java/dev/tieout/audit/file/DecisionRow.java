package dev.tieout.audit.file;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Optional;
import java.util.OptionalInt;

import dev.tieout.attribution.Reason;
import dev.tieout.audit.Masking;
import dev.tieout.audit.Place;

/**
 * A row of {@code decisions.csv}. A run writes it while it judges, an export from the
 * database: both through here, so they agree.
 *
 * @param store the store's code
 * @param orderId the order's id within the store
 * @param orderNumber what the shop calls the order, may be empty
 * @param orderedAt when it was placed
 * @param customer the customer's address, empty where the order has none
 * @param reason credited, or why not
 * @param affiliate the address of the affiliate of the test that decided, may be empty
 * @param source the test that decided, may be empty
 * @param connectionStartedAt the start of the connection that the test looked at
 * @param orderOfLimit which of the connection's orders this is, 0 where it does not count
 * @param orderLimit the connection's limit of orders
 * @param expiresAt the end of the connection
 * @param currency the order's
 * @param orderTotal in minor units
 * @param base in minor units; written only where section 7 of the rules was reached
 * @param commission in minor units, 0 where nothing is credited
 * @param rules as {@link #rules} has them
 * @param run the run that stored the decision
 * @param place the file and line of the revision that was judged
 */
public record DecisionRow(String store, String orderId, String orderNumber, Instant orderedAt, String customer,
		Reason reason, String affiliate, String source, Optional<Instant> connectionStartedAt, int orderOfLimit,
		OptionalInt orderLimit, Optional<Instant> expiresAt, Currency currency, long orderTotal, long base,
		long commission, String rules, int run, Place place) {

	private static final int HASH_DIGITS = 12;

	/**
	 * Returns what the column {@code rules} says.
	 * @param edition the SHA-256 of the program's canonical text
	 * @param effectiveFrom the date of the version in force, empty before the first
	 * @return the beginning of the hash, with the date behind a slash
	 */
	public static String rules(String edition, Optional<LocalDate> effectiveFrom) {
		String hash = edition.substring(0, Math.min(HASH_DIGITS, edition.length()));
		return effectiveFrom.map((date) -> hash + "/" + date).orElse(hash);
	}

	/**
	 * Adds this row.
	 * @param rows where it goes
	 * @param masking whether the customer is named
	 */
	public void appendTo(RowOutput rows, Masking masking) {
		int digits = this.currency.getDefaultFractionDigits();
		rows.text(this.store)
			.text(this.orderId)
			.text(this.orderNumber)
			.instant(this.orderedAt)
			.text(masking.customer(this.customer))
			.text(this.reason.name())
			.text(this.affiliate)
			.text(this.source);
		instant(rows, this.connectionStartedAt);
		rows.text(orderOfLimitText());
		instant(rows, this.expiresAt);
		rows.text(this.currency.getCurrencyCode()).money(this.orderTotal, digits);
		if (isCalculated(this.reason)) {
			rows.money(this.base, digits);
		}
		else {
			rows.blank();
		}
		rows.money(this.commission, digits);
		rows.text(this.rules).number(this.run).text(this.place.file()).number(this.place.line()).endRow();
	}

	private String orderOfLimitText() {
		if (this.orderOfLimit == 0) {
			return "";
		}
		return this.orderLimit.isPresent() ? this.orderOfLimit + " of " + this.orderLimit.getAsInt()
				: Integer.toString(this.orderOfLimit);
	}

	/** Whether an order with this reason got as far as an amount (rules.md 4.5). */
	static boolean isCalculated(Reason reason) {
		return reason.compareTo(Reason.RATE_CURRENCY_MISMATCH) >= 0;
	}

	private static void instant(RowOutput rows, Optional<Instant> instant) {
		if (instant.isPresent()) {
			rows.instant(instant.get());
		}
		else {
			rows.blank();
		}
	}

}
