package dev.tieout.audit;

import java.time.Instant;

/**
 * A closed month was opened again.
 *
 * @param at when
 * @param by by whom
 * @param operation the command's record
 * @param reason why
 */
public record Reopening(Instant at, String by, int operation, String reason) {

}
