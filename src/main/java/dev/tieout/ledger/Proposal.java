package dev.tieout.ledger;

import java.time.LocalDate;

import dev.tieout.attribution.Decision;

/**
 * A difference between what a decision credits and what the ledger holds for the order.
 *
 * @param decision what calls for it
 * @param customer the order's customer
 * @param affiliate whom it is posted for
 * @param currency ISO 4217
 * @param amount in minor units, not 0
 * @param netBefore what the ledger holds for order, affiliate and currency
 * @param entriesBefore in how many entries
 * @param corrects the last of them, or 0
 * @param payableOn the order's date plus the version's hold-days
 * @param place the revision it rests on
 * @param unasked whether an earlier run posted the order and neither its own new revision
 * nor a request calls for the change (rules.md 8)
 */
public record Proposal(Decision decision, long customer, int affiliate, String currency, long amount, long netBefore,
		int entriesBefore, long corrects, LocalDate payableOn, Place place, boolean unasked) {

}
