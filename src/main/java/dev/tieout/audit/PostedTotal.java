package dev.tieout.audit;

/**
 * The entries a run posted, of one type and currency.
 *
 * @param type of the entries
 * @param entries how many
 * @param amount their net
 */
public record PostedTotal(EntryType type, long entries, Total amount) {

}
