package dev.tieout.commission;

/**
 * What an order earns, or why it earns nothing (rules.md 7).
 */
public sealed interface Commission {

	/**
	 * An amount.
	 *
	 * @param base what it is a share of, in minor units, rounded for show
	 * @param rates the rates that were taken, for a person
	 * @param amount more than 0, in minor units of the order's currency
	 */
	record Earned(long base, String rates, long amount) implements Commission {
	}

	/**
	 * A base of 0 or less, or a sum of 0.
	 *
	 * @param base in minor units, rounded for show
	 * @param rates the rates that were taken, for a person; empty where the base said it
	 * all
	 */
	record Nothing(long base, String rates) implements Commission {
	}

	/**
	 * A line took a flat rate in another currency than the order's.
	 *
	 * @param base in minor units, rounded for show
	 * @param rates the flat rate, for a person
	 */
	record CurrencyMismatch(long base, String rates) implements Commission {
	}

}
