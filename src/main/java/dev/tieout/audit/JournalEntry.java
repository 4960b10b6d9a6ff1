package dev.tieout.audit;

import java.time.LocalDate;

/**
 * A ledger entry as a general ledger takes it: commission expense against what is payable
 * to the affiliate.
 *
 * @param number the entry's, the journal's reference
 * @param date the order's date if it lies in the posting period, else the period's first
 * day
 * @param affiliate the affiliate's address
 * @param amount what is owed more; less than 0 where it is owed less
 * @param type of the entry
 * @param store the store's code
 * @param orderId the order's id
 * @param orderedOn the order's date
 */
public record JournalEntry(long number, LocalDate date, String affiliate, Total amount, EntryType type, String store,
		String orderId, LocalDate orderedOn) {

	/**
	 * Says what the entry is about, without any name of a person.
	 * @return some words
	 */
	public String description() {
		return StatementWords.type(type()) + " - order " + (store().isEmpty() ? "" : store() + "/") + orderId();
	}

}
