package dev.tieout.customers;

/**
 * A customer's address.
 *
 * @param text in the form in which addresses are compared; empty where it was forgotten
 * @param usable whether it is an address
 */
public record CustomerAddress(String text, boolean usable) {

}
