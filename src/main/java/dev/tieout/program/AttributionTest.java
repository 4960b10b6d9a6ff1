package dev.tieout.program;

import java.util.Locale;

/** A way to find out who referred an order (rules.md 4.4). */
public enum AttributionTest {

	CONNECTION, COUPON, REFERRAL;

	/**
	 * Returns the word that program files use for this test.
	 * @return {@code connection}, {@code coupon} or {@code referral}
	 */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

}
