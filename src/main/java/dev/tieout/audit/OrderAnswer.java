package dev.tieout.audit;

import java.util.Optional;

import dev.tieout.attribution.Reason;

/**
 * What an order's decision comes to.
 *
 * @param reason credited, or why not
 * @param affiliate whom it names
 * @param commission what it credits
 */
public record OrderAnswer(Reason reason, Optional<String> affiliate, Total commission) {

	/**
	 * Returns the answer for a person.
	 * @return such as {@code ann@partners.example 1.00 USD} or a reason
	 */
	public String words() {
		return (this.reason == Reason.CREDITED) ? this.affiliate.orElse("") + " " + this.commission.toPlainString()
				+ " " + this.commission.currency().getCurrencyCode() : this.reason.name();
	}

}
