package dev.tieout.audit;

/**
 * What was posted to a month in one currency.
 *
 * @param accrued first entries
 * @param adjusted adjustments
 * @param reversed reversals
 * @param net all of them
 */
public record Movement(Total accrued, Total adjusted, Total reversed, Total net) {

}
