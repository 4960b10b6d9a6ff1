package dev.tieout.proof;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.Optional;

/**
 * The numbers of some entries, each with the first 8 bytes of the SHA-256 of its own
 * line. A guide to the entry that is wrong where a seal does not hold.
 */
public final class Fingerprints {

	private static final int SIZE = 2 * Long.BYTES;

	private final MessageDigest digest = Sha256.digest();

	private final CanonicalText line = new CanonicalText();

	private final ByteBuffer entries;

	/**
	 * Creates the fingerprints of up to so many entries.
	 * @param capacity how many
	 */
	public Fingerprints(int capacity) {
		this.entries = ByteBuffer.allocate(capacity * SIZE);
	}

	private Fingerprints(byte[] stored) {
		this.entries = ByteBuffer.wrap(stored);
	}

	/**
	 * Reads what the database holds.
	 * @param stored as {@link #stored} gave it
	 * @return standing before the first
	 */
	public static Fingerprints of(byte[] stored) {
		return new Fingerprints(stored);
	}

	/**
	 * Adds an entry's.
	 * @param entry the entry
	 */
	public void add(SealedEntry entry) {
		this.entries.putLong(entry.number()).putLong(of(entry));
	}

	/**
	 * Returns an entry's fingerprint.
	 * @param entry the entry
	 * @return 8 bytes
	 */
	public long of(SealedEntry entry) {
		entry.appendTo(this.line);
		this.line.drainTo(this.digest::update);
		return ByteBuffer.wrap(this.digest.digest()).getLong();
	}

	public boolean isFull() {
		return !this.entries.hasRemaining();
	}

	public boolean isEmpty() {
		return this.entries.position() == 0;
	}

	/**
	 * Returns what was added and forgets it.
	 * @return 16 bytes an entry
	 */
	public byte[] stored() {
		byte[] stored = new byte[this.entries.position()];
		this.entries.flip();
		this.entries.get(stored);
		this.entries.clear();
		return stored;
	}

	/**
	 * Takes the next fingerprint of those that were stored.
	 * @return empty after the last
	 */
	public Optional<Fingerprint> next() {
		return this.entries.hasRemaining()
				? Optional.of(new Fingerprint(this.entries.getLong(), this.entries.getLong())) : Optional.empty();
	}

	/**
	 * An entry's.
	 *
	 * @param entry its number
	 * @param hash 8 bytes of its line's SHA-256
	 */
	public record Fingerprint(long entry, long hash) {

	}

}
