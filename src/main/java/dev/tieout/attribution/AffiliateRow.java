package dev.tieout.attribution;

import java.time.Instant;

/**
 * What holds for an affiliate from an instant on, as a whole row (rules.md 3).
 *
 * @param from {@link Instant#MIN} for the beginning of time
 * @param status whether the affiliate earns
 * @param group the affiliate's group, empty for none; case-sensitive
 * @param referralCode in lower case, empty for none
 * @param coupon in lower case, empty for none
 */
public record AffiliateRow(Instant from, AffiliateStatus status, String group, String referralCode, String coupon) {

}
