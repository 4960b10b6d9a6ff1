package dev.tieout.attribution;

import java.util.List;

import static dev.tieout.attribution.Outcome.CONNECTED;
import static dev.tieout.attribution.Reason.AFFILIATE_INACTIVE;
import static dev.tieout.attribution.Reason.BEFORE_CONNECTION;
import static dev.tieout.attribution.Reason.CONNECTION_EXPIRED;
import static dev.tieout.attribution.Reason.CREDITED;
import static dev.tieout.attribution.Reason.NO_CONNECTION;
import static dev.tieout.attribution.Reason.ORDER_LIMIT_REACHED;
import static dev.tieout.attribution.TestTimelines.story;

/** Rules.md 4.4: who referred an order. */
final class ReferralStories {

	private ReferralStories() {
	}

	static List<TestTimelines> stories() {
		return List.of(
				story("nobody referred an order without connection and codes that anybody holds")
					.from("2024-01-01", "enabled: true")
					.order("1", "2025-01-01", NO_CONNECTION)
					.order("2", "2025-01-01", NO_CONNECTION, "coupon_code", "WELCOME", "ref_code", "ZOE"),
				story("a connection that starts at the next instant is too late, also where its test is off")
					.from("2024-01-01", "enabled: true")
					.from("2025-01-02", "enabled: true", "rate: 10%", "attribution: [coupon]")
					.connect("ann", "2025-01-03T00:00:00Z", CONNECTED)
					.order("1", "2025-01-01T23:59:59Z", BEFORE_CONNECTION)
					.order("2", "2025-01-02T23:59:59.999999Z", BEFORE_CONNECTION)
					.order("3", "2025-01-03T00:00:00Z", NO_CONNECTION),
				story("the first failing reason is told before one that comes from later")
					.affiliate("ann", "coupon", "ANN10", "status", "blocked")
					.affiliate("bob", "ref_code", "BOB")
					.from("2024-01-01", "enabled: true")
					.connect("bob", "2025-01-03", CONNECTED)
					.order("1", "2025-01-01", AFFILIATE_INACTIVE, "coupon_code", "ann10")
					.order("2", "2025-01-01", CREDITED, "coupon_code", "ann10", "ref_code", " bob "),
				story("an inactive affiliate's test fails and the next test goes on, in the version's order")
					.affiliate("ann", "status", "pending", "coupon", "ANN10")
					.affiliate("bob", "coupon", "BOB10", "ref_code", "BOB")
					.from("2024-01-01", "enabled: true, expires-after-days: 10")
					.from("2025-02-01", "enabled: true, expires-after-days: 10", "rate: 10%",
							"attribution: [coupon, connection]")
					.connect("ann", "2025-01-01", CONNECTED)
					.order("1", "2025-01-02", CREDITED, "coupon_code", "BOB10")
					.order("2", "2025-01-02", AFFILIATE_INACTIVE, "coupon_code", "ANN10,BOB10")
					.order("3", "2025-01-31", CONNECTION_EXPIRED, "coupon_code", "ANN10")
					.order("4", "2025-02-01", AFFILIATE_INACTIVE, "coupon_code", "ANN10")
					.order("5", "2025-02-01", CONNECTION_EXPIRED, "ref_code", "BOB"),
				story("a coupon changes hands at an instant, and the first one that anybody holds decides")
					.affiliate("ann", "coupon", "SHARED")
					.affiliate("bob", "coupon", "BOB10")
					.affiliate("ann", "coupon", "", "status", "blocked", "effective_from", "2025-01-10")
					.affiliate("bob", "coupon", "SHARED", "effective_from", "2025-01-10")
					.affiliate("bob", "coupon", "", "effective_from", "2025-01-20")
					.from("2024-01-01", "enabled: true")
					.order("1", "2025-01-09T23:59:59Z", CREDITED, "coupon_code", "nobodys, Shared, bob10")
					.order("2", "2025-01-10T00:00:00Z", CREDITED, "coupon_code", "SHARED")
					.order("3", "2025-01-19T23:59:59Z", CREDITED, "coupon_code", "SHARED")
					.order("4", "2025-01-20T00:00:00Z", NO_CONNECTION, "coupon_code", "SHARED"),
				story("an order credited by its affiliate's coupon does not refresh the connection")
					.from("2024-01-01", "enabled: true, expires-after-days: 10, refresh-on-order: true", "rate: 10%",
							"attribution: [coupon, connection]")
					.connect("ann", "2025-01-01", CONNECTED)
					.order("1", "2025-01-05", CREDITED, "coupon_code", "ANN10")
					.order("2", "2025-01-11T00:00:00Z", CONNECTION_EXPIRED),
				story("an order credited by its affiliate's coupon does not count towards the connection")
					.from("2024-01-01", "enabled: true, max-orders: 1", "rate: 10%",
							"attribution: [coupon, connection]")
					.connect("ann", "2025-01-01", CONNECTED)
					.order("1", "2025-01-05", CREDITED, "coupon_code", "ANN10")
					.order("2", "2025-01-06", CREDITED)
					.order("3", "2025-01-06", ORDER_LIMIT_REACHED)
					.order("4", "2025-01-06", CREDITED, "coupon_code", "ANN10"),
				story("of several ended connections the one that started last tells why")
					.from("2024-01-01", "enabled: true, expires-after-days: 10")
					.connect("ann", "2025-01-01", CONNECTED)
					.connect("bob", "2025-01-11", CONNECTED)
					.disconnect("bob", "2025-01-12", Outcome.DISCONNECTED)
					.order("1", "2025-02-01", Reason.DISCONNECTED));
	}

}
