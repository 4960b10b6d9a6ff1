package dev.tieout.program;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/**
 * The rules from one date on.
 *
 * @param effectiveFrom the first day, in the program's zone
 * @param attribution the tests in the order in which they are tried, at least one
 * @param connect validity of connections
 * @param commission who is paid how much
 * @param groups what differs for a group's affiliates, by group name (case-sensitive)
 */
public record Version(LocalDate effectiveFrom, List<AttributionTest> attribution, ConnectRules connect,
		CommissionRules commission, Map<String, GroupRules> groups) {

	/** What holds where a version has no {@code attribution}. */
	public static final List<AttributionTest> DEFAULT_ATTRIBUTION = List.of(AttributionTest.CONNECTION,
			AttributionTest.COUPON, AttributionTest.REFERRAL);

	public Version {
		attribution = List.copyOf(attribution);
		groups = Map.copyOf(groups);
	}

}
