package dev.tieout.audit;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A closing of a month (rules.md 6). What it says never changes; the month may be
 * reopened and closed again by another one.
 *
 * @param number closings are numbered from 1
 * @param month the month
 * @param closedAt when
 * @param closedBy by whom
 * @param operation the command's record
 * @param lastEntry the number of the last entry it covers, 0 where the ledger was empty
 * @param entries how many entries of the month it covers
 * @param follows the former closing of the same month
 * @param reopened how it was undone
 */
public record Closing(int number, YearMonth month, Instant closedAt, String closedBy, int operation, long lastEntry,
		long entries, OptionalInt follows, Optional<Reopening> reopened) {

}
