package dev.tieout.proof;

/**
 * Some lines, as a seal has them.
 *
 * @param count how many there are
 * @param sha256 of their canonical text
 */
public record PartDigest(long count, String sha256) {

}
