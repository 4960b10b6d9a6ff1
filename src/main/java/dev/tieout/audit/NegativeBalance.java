package dev.tieout.audit;

/**
 * An affiliate who has been credited less than was taken back.
 *
 * @param affiliate the affiliate's address
 * @param name the affiliate's name, may be empty
 * @param amount the net of all entries up to and with the run's, below zero
 */
public record NegativeBalance(String affiliate, String name, Total amount) {

}
