package dev.tieout.money;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Locale;
import java.util.Optional;

/**
 * An amount in minor units of a currency (cents for USD, yen for JPY, fils for KWD).
 *
 * @param minor the amount in minor units, negative where money is taken back
 * @param currency an ISO 4217 currency that has minor units
 */
public record Money(long minor, Currency currency) {

	/**
	 * The largest amount that is read from a file, in minor units (files.md, Numbers).
	 */
	public static final long LIMIT = 1_000_000_000_000_000L;

	/**
	 * Returns the currency a word names, without regard to case.
	 * @param word a currency code such as {@code USD}
	 * @return the currency, or empty where ISO 4217 has none of that code or it has no
	 * minor units ({@code XXX}, {@code XAU})
	 */
	public static Optional<Currency> currency(String word) {
		// Some letters beyond ASCII turn into ASCII ones in upper case, such as a long s.
		if (word.length() != 3 || word.chars().anyMatch((c) -> c >= 0x80)) {
			return Optional.empty();
		}
		try {
			Currency currency = Currency.getInstance(word.toUpperCase(Locale.ROOT));
			return (currency.getDefaultFractionDigits() >= 0) ? Optional.of(currency) : Optional.empty();
		}
		catch (IllegalArgumentException notInTheStandard) {
			return Optional.empty();
		}
	}

	/**
	 * Returns this amount as people write it, with the currency's number of decimals.
	 * @return for example {@code 12.50}, {@code -3.00}, {@code 1250} (JPY)
	 */
	public String toPlainString() {
		return BigDecimal.valueOf(this.minor, this.currency.getDefaultFractionDigits()).toPlainString();
	}

	@Override
	public String toString() {
		return toPlainString() + " " + this.currency.getCurrencyCode();
	}

}
