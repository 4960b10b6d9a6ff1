package dev.tieout.orders;

import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import dev.tieout.attribution.OrderStatus;
import dev.tieout.commission.Sale;
import dev.tieout.commission.SaleLine;
import dev.tieout.commission.TaxTreatment;

/**
 * What one import says of an order: the content of a revision. Amounts are in minor units
 * of the currency.
 *
 * @param orderId identifies the order in its store
 * @param orderNumber what people call it
 * @param orderedAt when it was placed
 * @param customerEmail in the form in which addresses are compared; empty where blank,
 * perhaps not valid
 * @param customerEmailAsWritten the cell as the file has it
 * @param customerName for people, empty where unknown
 * @param currency of all amounts
 * @param subtotal goods after discounts
 * @param discount what was taken off, already taken off the subtotal
 * @param shipping what delivery cost
 * @param tax all taxes
 * @param duties import duties
 * @param tip tips, part of the total only
 * @param total what the order came to
 * @param refunded what was given back of the total
 * @param status one of the six
 * @param taxTreatment whether the subtotal holds tax
 * @param totalsMismatch whether the amounts do not add up to the total
 * @param coupons in lower case, in the file's order, none blank
 * @param refCode the referral code in lower case, empty where none
 * @param revisedAt the revision's own date, where the file has one
 * @param lines without tips
 */
public record OrderContent(String orderId, String orderNumber, Instant orderedAt, String customerEmail,
		String customerEmailAsWritten, String customerName, Currency currency, long subtotal, long discount,
		long shipping, long tax, long duties, long tip, long total, long refunded, OrderStatus status,
		TaxTreatment taxTreatment, boolean totalsMismatch, List<String> coupons, String refCode,
		Optional<Instant> revisedAt, List<OrderLine> lines) {

	public OrderContent {
		coupons = List.copyOf(coupons);
		lines = List.copyOf(lines);
	}

	/**
	 * Returns what tells this content from another: equal exactly for revisions that say
	 * the same, {@code revisedAt} included, however they write it.
	 * @return the first 128 bits of a SHA-256 digest; not a UUID of any version
	 */
	public UUID contentHash() {
		return ContentDigest.of(this);
	}

	/**
	 * Returns the amounts as the commission's calculation takes them.
	 * @return the sale
	 */
	public Sale sale() {
		List<SaleLine> weighed = this.lines.stream().map((line) -> new SaleLine(line.sku(), line.net())).toList();
		return new Sale(this.currency, this.subtotal, this.shipping, this.tax, this.tip, this.total, this.refunded,
				this.taxTreatment, weighed);
	}

}
