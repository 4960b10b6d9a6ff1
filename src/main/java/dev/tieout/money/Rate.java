package dev.tieout.money;

/**
 * A commission rate: a percentage of the base or a flat amount per order (rules.md 7).
 */
public sealed interface Rate permits Percentage, FlatRate {

	/**
	 * Returns what this rate earns, before refunds and rounding.
	 * @param part the part of the base that takes this rate, in minor units
	 * @return the exact amount in minor units
	 */
	Ratio earnedOn(Ratio part);

}
