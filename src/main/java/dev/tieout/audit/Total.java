package dev.tieout.audit;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Currency;
import java.util.Locale;

/**
 * A sum of amounts of one currency. Unlike a single amount it may be larger than a
 * {@code long} holds.
 *
 * @param minor the sum in minor units
 * @param currency the currency of all that was added up
 */
public record Total(BigInteger minor, Currency currency) {

	/**
	 * Returns a sum.
	 * @param minor in minor units
	 * @param currency its currency
	 * @return the sum
	 */
	public static Total of(long minor, Currency currency) {
		return new Total(BigInteger.valueOf(minor), currency);
	}

	/**
	 * Returns this sum and another one together.
	 * @param other a sum of the same currency
	 * @return both
	 * @throws IllegalArgumentException if the currencies differ: they are never added up
	 */
	public Total plus(Total other) {
		if (!other.currency.equals(this.currency)) {
			throw new IllegalArgumentException(
					"'" + other + "' cannot be added to '" + this + "': the currencies differ");
		}
		return new Total(this.minor.add(other.minor), this.currency);
	}

	/**
	 * Returns this sum less another one.
	 * @param other a sum of the same currency
	 * @return the difference
	 * @throws IllegalArgumentException if the currencies differ
	 */
	public Total minus(Total other) {
		return plus(other.negated());
	}

	/**
	 * Returns this sum with the opposite sign.
	 * @return what would make it zero
	 */
	public Total negated() {
		return new Total(this.minor.negate(), this.currency);
	}

	/**
	 * Returns the sign.
	 * @return -1, 0 or 1
	 */
	public int signum() {
		return this.minor.signum();
	}

	/**
	 * Returns the sum in major units with the currency's number of decimals.
	 * @return for example {@code 1234.50}
	 */
	public String toPlainString() {
		return amount().toPlainString();
	}

	/**
	 * Returns the sum for a person, with thousands separators.
	 * @return for example {@code 1,234.50}
	 */
	public String grouped() {
		return String.format(Locale.ROOT, "%,." + amount().scale() + "f", amount());
	}

	private BigDecimal amount() {
		return new BigDecimal(this.minor, this.currency.getDefaultFractionDigits());
	}

	@Override
	public String toString() {
		return grouped() + " " + this.currency.getCurrencyCode();
	}

}
