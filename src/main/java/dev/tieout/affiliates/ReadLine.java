package dev.tieout.affiliates;

/**
 * A line of an affiliate file in the reading order of its run.
 *
 * @param affiliate the affiliate's number
 * @param file the file's number
 * @param lineNumber the line in it
 * @param read its place in the run's reading order, from 0
 * @param line what it says
 */
public record ReadLine(int affiliate, int file, long lineNumber, int read, AffiliateLine line) {

}
