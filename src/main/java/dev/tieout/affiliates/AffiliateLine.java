package dev.tieout.affiliates;

import java.time.Instant;
import java.util.Optional;

import dev.tieout.attribution.AffiliateStatus;
import dev.tieout.identity.EmailAddress;

/**
 * A row of an affiliates file, before it is completed from what already holds (rules.md
 * 3).
 *
 * @param address who the row is about
 * @param addressAsWritten the cell as the file has it
 * @param name for people
 * @param refCode in lower case
 * @param coupon in lower case
 * @param group as written; groups are compared case-sensitively
 * @param status whether the affiliate earns
 * @param effectiveFrom from when the row holds, where somebody wrote it down
 */
public record AffiliateLine(EmailAddress address, String addressAsWritten, Cell<String> name, Cell<String> refCode,
		Cell<String> coupon, Cell<String> group, Cell<AffiliateStatus> status, Optional<Instant> effectiveFrom) {

}
