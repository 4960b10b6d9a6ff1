package dev.tieout.proof;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 as {@code sha256sum} prints it: 64 hexadecimal digits in lower case. */
public final class Sha256 {

	/** What stands where there is no hash to name: before the first seal. */
	public static final String NONE = "0".repeat(64);

	private Sha256() {
	}

	/**
	 * Returns the hash of a text.
	 * @param text is hashed in UTF-8
	 * @return 64 hexadecimal digits
	 */
	public static String of(String text) {
		return hex(digest().digest(text.getBytes(StandardCharsets.UTF_8)));
	}

	static MessageDigest digest() {
		try {
			return MessageDigest.getInstance("SHA-256");
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java platform must have SHA-256", ex);
		}
	}

	static String hex(byte[] hash) {
		return HexFormat.of().formatHex(hash);
	}

}
