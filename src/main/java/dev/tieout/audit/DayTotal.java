package dev.tieout.audit;

import java.time.LocalDate;

/**
 * What a run posted for the orders of one day, in one currency.
 *
 * @param day the orders' day in the program's zone
 * @param entries how many
 * @param amount their net
 */
public record DayTotal(LocalDate day, long entries, Total amount) {

}
