package dev.tieout.attribution;

import java.util.Locale;

/** Whether an affiliate earns (rules.md 4.4). */
public enum AffiliateStatus {

	ACTIVE, PENDING, BLOCKED;

	/**
	 * Returns the word of the affiliates layout.
	 * @return {@code active}, {@code pending} or {@code blocked}
	 */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

}
