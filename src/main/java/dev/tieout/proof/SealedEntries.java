package dev.tieout.proof;

import java.math.BigInteger;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a seal says of the entries it covers.
 *
 * @param count how many there are
 * @param first the number of the first; 0 where there is none
 * @param last the number of the last; 0 where there is none
 * @param sums in minor units, by currency
 * @param sha256 of their canonical lines
 */
public record SealedEntries(long count, long first, long last, SortedMap<String, BigInteger> sums, String sha256) {

	public SealedEntries {
		sums = Collections.unmodifiableSortedMap(new TreeMap<>(sums));
	}

}
