package dev.tieout.audit;

/**
 * What an affiliate has earned in one currency. Payouts are not recorded here.
 *
 * @param affiliate the affiliate's address
 * @param name the affiliate's name, may be empty
 * @param opening net of the entries of earlier periods
 * @param accrued net of the period's first entries
 * @param adjusted net of the period's adjustments
 * @param reversed net of the period's reversals
 * @param closing what comes out
 * @param released the part of {@code closing} that is past its hold, before any payout
 */
public record Balance(String affiliate, String name, Total opening, Total accrued, Total adjusted, Total reversed,
		Total closing, Total released) {

}
