package dev.tieout.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.OptionalLong;

import dev.tieout.attribution.Reason;

/**
 * An entry that posting would add to the ledger. Names the customer by number only.
 *
 * @param type what kind of change it is
 * @param store the store's code
 * @param order the order's id within the store
 * @param orderedAt when the order was placed
 * @param customer the customer's number, negative where the order has no address
 * @param affiliate the affiliate's address
 * @param amount the change, not 0
 * @param reason the decision's
 * @param period the posting period
 * @param payableOn the order's date plus the version's hold-days
 * @param corrects the number of the entry it corrects
 * @param file the base name of the file it rests on
 * @param line the line within it
 */
public record PlannedEntry(EntryType type, String store, String order, Instant orderedAt, long customer,
		String affiliate, Total amount, Reason reason, YearMonth period, LocalDate payableOn, OptionalLong corrects,
		String file, long line) {

}
