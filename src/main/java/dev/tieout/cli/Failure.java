package dev.tieout.cli;

/**
 * Why a command ended without doing what it was asked for.
 *
 * @param exitCode as in jobs.md
 * @param message one or more lines for a person
 */
public record Failure(int exitCode, String message) {

}
