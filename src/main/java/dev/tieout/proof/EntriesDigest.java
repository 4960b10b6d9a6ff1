package dev.tieout.proof;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.util.SortedMap;
import java.util.TreeMap;

/** Adds entries up, in the order of their numbers, to what a seal says of them. */
public final class EntriesDigest {

	private static final int BLOCK = 1 << 15;

	private final MessageDigest digest = Sha256.digest();

	private final CanonicalText text = new CanonicalText();

	private final SortedMap<String, BigInteger> sums = new TreeMap<>();

	private long count;

	private long first;

	private long last;

	/**
	 * Adds an entry.
	 * @param entry whose number is above that of the one before
	 */
	public void add(SealedEntry entry) {
		if (this.count == 0) {
			this.first = entry.number();
		}
		this.count++;
		this.last = entry.number();
		this.sums.merge(entry.currency(), BigInteger.valueOf(entry.amount()), BigInteger::add);
		entry.appendTo(this.text);
		if (this.text.length() >= BLOCK) {
			this.text.drainTo(this.digest::update);
		}
	}

	/**
	 * Returns what was added up.
	 * @return the result; nothing can be added after it
	 */
	public SealedEntries result() {
		this.text.drainTo(this.digest::update);
		return new SealedEntries(this.count, this.first, this.last, this.sums, Sha256.hex(this.digest.digest()));
	}

}
