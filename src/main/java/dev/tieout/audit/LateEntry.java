package dev.tieout.audit;

import java.time.LocalDate;

/**
 * An entry that was posted to a month between two of its closings.
 *
 * @param number the entry's
 * @param run the run that posted it
 * @param type of the entry
 * @param order store and id
 * @param orderedOn the order's date, which may lie in an earlier month
 * @param affiliate the affiliate's address
 * @param amount what it adds
 */
public record LateEntry(long number, int run, EntryType type, String order, LocalDate orderedOn, String affiliate,
		Total amount) {

}
