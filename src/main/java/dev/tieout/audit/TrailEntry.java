package dev.tieout.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.OptionalLong;

import dev.tieout.attribution.Reason;

/**
 * An entry behind a total.
 *
 * @param number the entry's
 * @param type what it is
 * @param affiliate whose it is
 * @param store the store's code, empty where it rests on an operation
 * @param orderId the order's id within the store
 * @param orderedAt when the order was placed
 * @param amount what it adds
 * @param reason the decision's
 * @param period the month it is posted to
 * @param payableOn the day on which its hold ends
 * @param corrects the entry it corrects
 * @param place the file and line, or operation, it rests on
 */
public record TrailEntry(long number, EntryType type, String affiliate, String store, String orderId, Instant orderedAt,
		Total amount, Reason reason, YearMonth period, LocalDate payableOn, OptionalLong corrects, Place place) {

}
