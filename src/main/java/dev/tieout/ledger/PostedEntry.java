package dev.tieout.ledger;

/**
 * An entry of the ledger, as far as differences need it.
 *
 * @param number the entry's number
 * @param order the order's number
 * @param affiliate the affiliate's number
 * @param currency ISO 4217
 * @param amount in minor units
 */
public record PostedEntry(long number, long order, int affiliate, String currency, long amount) {

}
