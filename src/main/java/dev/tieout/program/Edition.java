package dev.tieout.program;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The whole program in canonical form: sorted lines {@code key: value}, defaults written
 * out, so that comments, layout and defaults left out do not count (rules.md 1).
 *
 * @param hash the SHA-256 of the canonical text in UTF-8, as 64 hexadecimal digits
 * @param canonicalText one setting per line, each ended by a line feed
 */
public record Edition(String hash, String canonicalText) {

	/**
	 * Returns the edition of a program.
	 * @param program as it was read
	 * @return equal for equal programs, whatever their files look like
	 */
	public static Edition of(Program program) {
		SortedMap<String, String> settings = new TreeMap<>(CanonicalSettings.ofHead(program));
		for (Version version : program.versions()) {
			String prefix = "rules[" + version.effectiveFrom() + "].";
			CanonicalSettings.of(version).forEach((key, value) -> settings.put(prefix + key, value));
		}
		StringBuilder text = new StringBuilder();
		settings.forEach((key, value) -> text.append(key).append(": ").append(value).append('\n'));
		return new Edition(sha256(text.toString()), text.toString());
	}

	private static String sha256(String text) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException("every Java platform must have SHA-256", ex);
		}
	}

}
