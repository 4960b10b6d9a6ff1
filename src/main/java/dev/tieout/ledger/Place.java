package dev.tieout.ledger;

/**
 * Where a fact stands.
 *
 * @param file the file's number
 * @param line the line of the record's first character
 */
public record Place(int file, int line) {

}
