package dev.tieout.proof;

import java.security.MessageDigest;

/** Adds canonical lines up to their number and hash. */
public final class LinesDigest {

	private static final int BLOCK = 1 << 15;

	private final MessageDigest digest = Sha256.digest();

	private final CanonicalText text = new CanonicalText();

	private long count;

	/**
	 * Starts a line.
	 * @return takes its fields and its end
	 */
	public CanonicalText line() {
		if (this.text.length() >= BLOCK) {
			this.text.drainTo(this.digest::update);
		}
		this.count++;
		return this.text;
	}

	/**
	 * Returns what was added up.
	 * @return the result; nothing can be added after it
	 */
	public PartDigest result() {
		this.text.drainTo(this.digest::update);
		return new PartDigest(this.count, Sha256.hex(this.digest.digest()));
	}

}
