package dev.tieout.identity;

import java.util.List;

/**
 * Gives customers their numbers. Everything but one table knows customers by number only
 * (files.md, Personal data).
 */
public interface PartyNumbers {

	/**
	 * Returns the numbers of customers, new ones where an address was not seen before.
	 * What is returned is committed: it may be used by any transaction.
	 * @param parties whoever is named, an address perhaps more than once
	 * @return a number for each, in the same order, each above 0
	 */
	long[] numbersOf(List<Party> parties);

}
