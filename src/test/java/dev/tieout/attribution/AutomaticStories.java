package dev.tieout.attribution;

import java.util.List;

import static dev.tieout.attribution.Outcome.CONFLICT_EXISTING;
import static dev.tieout.attribution.Outcome.CONNECTED;
import static dev.tieout.attribution.Outcome.NOTHING_TO_DISCONNECT;
import static dev.tieout.attribution.Reason.BEFORE_CONNECTION;
import static dev.tieout.attribution.Reason.BEFORE_LEDGER;
import static dev.tieout.attribution.Reason.CONNECTION_EXPIRED;
import static dev.tieout.attribution.Reason.CREDITED;
import static dev.tieout.attribution.Reason.NO_CONNECTION;
import static dev.tieout.attribution.Reason.ORDER_LIMIT_REACHED;
import static dev.tieout.attribution.Reason.ORDER_NOT_PAID;
import static dev.tieout.attribution.Reason.ORDER_REFUNDED;
import static dev.tieout.attribution.Reason.ZERO_COMMISSION;
import static dev.tieout.attribution.TestTimelines.story;

/** Rules.md 4.6: orders that connect their customer. */
final class AutomaticStories {

	private static final String LINK = "enabled: true, link-on-first-order: true";

	private AutomaticStories() {
	}

	static List<TestTimelines> stories() {
		return List.of(
				story("the order that makes a connection does not count, the next of its instant does")
					.from("2024-01-01", LINK + ", max-orders: 1")
					.order("1", "2025-01-01T00:00:00Z", CREDITED, "ref_code", "ANN")
					.order("2", "2025-01-01T00:00:00Z", CREDITED)
					.order("3", "2025-01-01T00:00:00Z", ORDER_LIMIT_REACHED),
				story("an automatic connection disappears with the order that made it").from("2024-01-01", LINK)
					.order("0", "2025-01-01", NO_CONNECTION)
					.order("1", "2025-01-02", CREDITED, "coupon_code", "ANN10")
					.order("2", "2025-01-03", CREDITED)
					.thenOn("2025-02-01")
					.order("1", "2025-01-02", ORDER_REFUNDED, "coupon_code", "ANN10", "status", "refunded")
					.order("2", "2025-01-03", NO_CONNECTION),
				story("an order before the automatic connection knows of it").from("2024-01-01", LINK)
					.order("1", "2025-01-01T23:59:59Z", BEFORE_CONNECTION)
					.order("2", "2025-01-02T00:00:00Z", CREDITED, "coupon_code", "ANN10"),
				story("an order that is paid after all connects and moves what came later").from("2024-01-01", LINK)
					.order("1", "2025-01-02", ORDER_NOT_PAID, "coupon_code", "ANN10", "status", "pending")
					.order("2", "2025-01-03", NO_CONNECTION)
					.thenOn("2025-02-01")
					.order("1", "2025-01-02", CREDITED, "coupon_code", "ANN10")
					.order("2", "2025-01-03", CREDITED),
				story("the pair that was connected before is not connected again by an order")
					.from("2024-01-01", LINK + ", expires-after-days: 10")
					.connect("ann", "2025-01-01", CONNECTED)
					.order("1", "2025-01-11T00:00:00Z", CREDITED, "coupon_code", "ANN10")
					.order("2", "2025-01-12", CONNECTION_EXPIRED)
					.order("3", "2025-01-13", CREDITED, "coupon_code", "BOB10")
					.order("4", "2025-01-14", CREDITED),
				story("a request meets an automatic connection like any other").from("2024-01-01", LINK)
					.order("1", "2025-01-01T00:00:00Z", CREDITED, "ref_code", "ANN")
					.connect("bob", "2025-01-01T00:00:00Z", CONNECTED)
					.order("2", "2025-01-01T00:00:00Z", CREDITED)
					.disconnect("ann", "2025-01-02", NOTHING_TO_DISCONNECT)
					.connect("ann", "2025-01-02", CONFLICT_EXISTING),
				story("an order that is not credited connects nobody, one before the ledger does")
					.program("post-from: 2025-01-03")
					.from("2024-01-01", LINK)
					.order("1", "2025-01-01", ZERO_COMMISSION, "ref_code", "BOB", "subtotal", "0.00")
					.order("2", "2025-01-02T23:59:59Z", BEFORE_LEDGER, "ref_code", "ANN")
					.order("3", "2025-01-03T00:00:00Z", CREDITED),
				story("an affiliate's paid self-purchase does not connect it to itself")
					.from("2024-01-01", LINK, "rate: 10%, pay-self-purchases: true")
					.order("1", "2025-01-01", CREDITED, "customer_email", "ann@partners.example", "ref_code", "ANN")
					.order("2", "2025-01-02", NO_CONNECTION, "customer_email", "ann@partners.example"),
				story("with the switch off or automatic connections off an order connects nobody")
					.from("2024-01-01", "enabled: false, link-on-first-order: true")
					.from("2025-01-02", "enabled: true")
					.from("2025-01-03", LINK)
					.order("1", "2025-01-01T23:59:59Z", CREDITED, "ref_code", "ANN")
					.order("2", "2025-01-02T00:00:00Z", CREDITED, "ref_code", "ANN")
					.order("3", "2025-01-03T00:00:00Z", NO_CONNECTION)
					.order("4", "2025-01-03T00:00:00Z", CREDITED, "ref_code", "ANN")
					.order("5", "2025-01-03T00:00:01Z", CREDITED),
				story("for new customers only the first paid order connects")
					.from("2024-01-01", LINK + ", only-new-customers: true")
					.order("1", "2025-01-01", NO_CONNECTION)
					.order("2", "2025-01-02", CREDITED, "ref_code", "ANN")
					.order("3", "2025-01-03", NO_CONNECTION));
	}

}
