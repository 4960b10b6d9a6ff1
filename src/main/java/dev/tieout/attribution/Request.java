package dev.tieout.attribution;

import java.time.Instant;

/**
 * A request to connect or disconnect that is an event: not repeated, with two addresses
 * (rules.md 4.1).
 *
 * @param number the request's number in the database; ascends with import sequence and
 * line
 * @param affiliate the affiliate's number, known or not
 * @param action what is asked for
 * @param at {@code connected_at}, else the start of the run's business date, else the
 * command's instant
 * @param dated whether somebody wrote the instant down
 * @param origin import or operator
 */
public record Request(long number, int affiliate, RequestAction action, Instant at, boolean dated, Origin origin) {

}
