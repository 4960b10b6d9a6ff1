package dev.tieout.operations;

/**
 * An edition's text.
 *
 * @param line where it comes from
 * @param canonicalText one setting a line
 * @param sourceText the program file as it was written
 */
public record EditionText(EditionLine line, String canonicalText, String sourceText) {

}
