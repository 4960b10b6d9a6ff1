package dev.tieout.proof;

/**
 * Some lines, as a seal has them.
 *
 * @param count how many there are
 * @param sha256 of their canonical text
 */
public record PartDigest(long count, String sha256) {

	/**
	 * Returns the digest of canonical lines.
	 * @param lines each ended by a line feed
	 * @return their number and hash
	 */
	public static PartDigest of(String lines) {
		return new PartDigest(lines.chars().filter((c) -> c == '\n').count(), Sha256.of(lines));
	}

}
