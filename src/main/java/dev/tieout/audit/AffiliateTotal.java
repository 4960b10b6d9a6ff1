package dev.tieout.audit;

/**
 * What a run posted for an affiliate, in one currency.
 *
 * @param affiliate the affiliate's address
 * @param name the affiliate's name, may be empty
 * @param entries how many
 * @param accrued net of first entries
 * @param adjusted net of adjustments
 * @param reversed net of reversals
 * @param amount net of all
 */
public record AffiliateTotal(String affiliate, String name, long entries, Total accrued, Total adjusted, Total reversed,
		Total amount) {

}
