package dev.tieout.audit;

import dev.tieout.attribution.Reason;

/**
 * The orders a run judged, for one reason and currency.
 *
 * @param reason credited, or why not
 * @param orders how many
 * @param orderTotal what they add up to
 * @param base what commission was a share of, where it was calculated
 * @param commission what they earn; for {@code BEFORE_LEDGER} what was earned elsewhere
 */
public record DecisionTotal(Reason reason, long orders, Total orderTotal, Total base, Total commission) {

}
