package dev.tieout.identity;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * Turns addresses into 128 bits by which they are found again, also after the address
 * itself was forgotten. Keyed, so that the hashes alone do not tell whose they are. Not
 * for several threads.
 */
public final class AddressHash {

	private final MessageDigest digest;

	private final byte[] key;

	/**
	 * Makes a hash.
	 * @param key the database's own secret
	 */
	public AddressHash(byte[] key) {
		this.key = key.clone();
		try {
			this.digest = MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java has SHA-256", ex);
		}
	}

	/**
	 * Returns the hash of an address.
	 * @param address in the form in which addresses are compared
	 * @return the first half of SHA-256 over key and address
	 */
	public UUID of(String address) {
		this.digest.update(this.key);
		ByteBuffer hash = ByteBuffer.wrap(this.digest.digest(address.getBytes(StandardCharsets.UTF_8)));
		return new UUID(hash.getLong(), hash.getLong());
	}

}
