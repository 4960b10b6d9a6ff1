package dev.tieout.operations;

import java.time.Instant;

/**
 * An edition of the program in a list.
 *
 * @param hash the SHA-256 of its canonical text
 * @param recordedAt when a run or an acceptance first brought it
 * @param recordedBy who did
 * @param accepted whether it is the one accepted last
 * @param runs how many runs have used it
 */
public record EditionLine(String hash, Instant recordedAt, String recordedBy, boolean accepted, int runs) {

}
