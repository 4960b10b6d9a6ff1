package dev.tieout.attribution;

import java.util.List;

import static dev.tieout.attribution.Outcome.CONNECTED;
import static dev.tieout.attribution.Outcome.SELF_CONNECTION;
import static dev.tieout.attribution.Outcome.UNKNOWN_AFFILIATE;
import static dev.tieout.attribution.Reason.BEFORE_LEDGER;
import static dev.tieout.attribution.Reason.CREDITED;
import static dev.tieout.attribution.Reason.CUSTOMER_IS_AFFILIATE;
import static dev.tieout.attribution.Reason.MISSING_EMAIL;
import static dev.tieout.attribution.Reason.NOT_NEW_CUSTOMER;
import static dev.tieout.attribution.Reason.ORDER_CANCELLED;
import static dev.tieout.attribution.Reason.ORDER_FAILED;
import static dev.tieout.attribution.Reason.ORDER_LIMIT_REACHED;
import static dev.tieout.attribution.Reason.ORDER_NOT_PAID;
import static dev.tieout.attribution.Reason.ORDER_REFUNDED;
import static dev.tieout.attribution.Reason.PROGRAM_NOT_STARTED;
import static dev.tieout.attribution.Reason.RATE_CURRENCY_MISMATCH;
import static dev.tieout.attribution.Reason.SELF_PURCHASE;
import static dev.tieout.attribution.Reason.SHARED_ADDRESS;
import static dev.tieout.attribution.Reason.ZERO_COMMISSION;
import static dev.tieout.attribution.TestTimelines.story;

/** Rules.md 4.3 and 4.5: may an order be paid. */
final class PaymentStories {

	private PaymentStories() {
	}

	static List<TestTimelines> stories() {
		return List.of(
				story("an order's address must be somebody's").program("ignore-addresses: [till@shop.example]")
					.from("2024-01-01", "enabled: true")
					.connect("ann", "2025-01-01", CONNECTED)
					.request("ann", "TILL@shop.example", "2025-01-01", "connect", CONNECTED)
					.order("1", "2025-01-02", MISSING_EMAIL, "customer_email", " \u00a0\u200b")
					.order("2", "2025-01-02", Reason.INVALID_EMAIL, "customer_email", "kim@@x.example")
					.order("3", "2025-01-02", SHARED_ADDRESS, "customer_email", "Till@shop.example ")
					.order("4", "2025-01-02", SHARED_ADDRESS, "customer_email", "till@shop.example", "status",
							"refunded")
					.order("5", "2025-01-02", CREDITED, "customer_email", "\ufeffKIM@x.example\u00a0"),
				story("only what was paid and not given back whole is paid for").from("2024-01-01", "enabled: true")
					.connect("ann", "2025-01-01", CONNECTED)
					.order("1", "2025-01-02", ORDER_REFUNDED, "status", "refunded")
					.order("2", "2025-01-02", ORDER_REFUNDED, "status", "cancelled", "refunded", "10.00")
					.order("3", "2025-01-02", ORDER_CANCELLED, "status", "cancelled", "refunded", "9.99")
					.order("4", "2025-01-02", ORDER_FAILED, "status", "failed")
					.order("5", "2025-01-02", ORDER_NOT_PAID, "status", "pending")
					.order("6", "2025-01-02", CREDITED, "status", "partially_refunded")
					.order("7", "2025-01-02", CREDITED, "refunded", "9.40")
					.order("8", "2025-01-02", ZERO_COMMISSION, "refunded", "9.99")
					.order("9", "2025-01-02", ORDER_REFUNDED, "refunded", "10.01")
					.order("10", "2025-01-02", ZERO_COMMISSION, "total", "0.00", "subtotal", "0.00"),
				story("an affiliate's own order is a self-purchase, unless the version pays those")
					.from("2024-01-01", "enabled: true")
					.from("2025-01-03", "enabled: true", "rate: 10%, pay-self-purchases: true")
					.request("ann", "ann@partners.example", "2025-01-01", "connect", SELF_CONNECTION)
					.order("1", "2025-01-02T23:59:59Z", SELF_PURCHASE, "customer_email", "ANN@partners.example",
							"coupon_code", "ANN10")
					.order("2", "2025-01-03T00:00:00Z", CREDITED, "customer_email", "ann@partners.example",
							"coupon_code", "ANN10"),
				story("a self-purchase is judged by the test that named the affiliate, and no other test is tried")
					.from("2024-01-01", "enabled: true", "rate: 10%", "attribution: [coupon, referral]")
					.order("1", "2025-01-02", SELF_PURCHASE, "customer_email", "ann@partners.example", "coupon_code",
							"ANN10", "ref_code", "BOB"),
				story("a buyer is an affiliate from the instant of its first row, whatever its status").affiliate("ann")
					.affiliate("kim@x.example", "status", "blocked", "effective_from", "2025-01-03")
					.from("2024-01-01", "enabled: true", "rate: 10%, pay-affiliate-customers: false")
					.from("2025-01-04", "enabled: true")
					.connect("ann", "2025-01-01", CONNECTED)
					.order("1", "2025-01-02T23:59:59Z", CREDITED)
					.order("2", "2025-01-03T00:00:00Z", CUSTOMER_IS_AFFILIATE)
					.order("3", "2025-01-04T00:00:00Z", CREDITED),
				story("a customer whom only requests name as an affiliate is none")
					.from("2024-01-01", "enabled: true", "rate: 10%, pay-affiliate-customers: false")
					.connect("ann", "2025-01-01", CONNECTED)
					.request("kim@x.example", "lee@x.example", "2025-01-01", "connect", UNKNOWN_AFFILIATE)
					.order("1", "2025-01-02", CREDITED),
				story("a customer is new until an earlier order was paid for, be it before the program")
					.from("2025-01-02", "enabled: true", "rate: 10%, only-new-customers: true")
					.connect("ann", "2024-01-01", CONNECTED)
					.order("1", "2025-01-01T23:59:59Z", ORDER_FAILED, "status", "failed")
					.order("2", "2025-01-02T00:00:00Z", CREDITED)
					.order("3", "2025-01-02T00:00:00Z", NOT_NEW_CUSTOMER)
					.request("ann", "lee@x.example", "2024-01-01", "connect", CONNECTED)
					.order("4", "2025-01-01T23:59:59Z", PROGRAM_NOT_STARTED, "customer_email", "lee@x.example")
					.order("5", "2025-01-02T00:00:00Z", NOT_NEW_CUSTOMER, "customer_email", "lee@x.example"),
				story("an existing customer is new until the instant it is one").existingSince("2025-01-03")
					.from("2024-01-01", "enabled: true, link-on-first-order: true, only-new-customers: true")
					.from("2025-01-03", "enabled: true", "rate: 10%, only-new-customers: true")
					.order("1", "2025-01-02T23:59:59Z", CREDITED, "coupon_code", "ANN10")
					.order("2", "2025-01-03T00:00:00Z", NOT_NEW_CUSTOMER),
				story("an order at the instant from which its customer exists is not new").existingSince("2025-01-03")
					.from("2024-01-01", "enabled: true", "rate: 10%, only-new-customers: true")
					.connect("ann", "2025-01-01", CONNECTED)
					.order("1", "2025-01-03T00:00:00Z", NOT_NEW_CUSTOMER),
				story("exempt affiliates and a group's own word lift the rule, and a group's word may set it")
					.affiliate("ann", "group", "new-only")
					.affiliate("bob", "group", "new-only")
					.affiliate("cat", "group", "")
					.from("2024-01-01", "enabled: true", "rate: 10%, exempt-affiliates: [bob@partners.example]",
							"groups: {new-only: {commission-only-new-customers: true}}")
					.existingSince("")
					.connect("ann", "2025-01-01", CONNECTED)
					.order("1", "2025-01-02", NOT_NEW_CUSTOMER)
					.disconnect("ann", "2025-01-03", Outcome.DISCONNECTED)
					.connect("bob", "2025-01-03", CONNECTED)
					.order("2", "2025-01-04", CREDITED)
					.disconnect("bob", "2025-01-05", Outcome.DISCONNECTED)
					.connect("cat", "2025-01-05", CONNECTED)
					.order("3", "2025-01-06", CREDITED),
				story("an order that comes to half a cent is paid, one below is not")
					.from("2024-01-01", "enabled: true")
					.connect("ann", "2025-01-01", CONNECTED)
					.order("1", "2025-01-02", CREDITED, "subtotal", "0.05")
					.order("2", "2025-01-02", ZERO_COMMISSION, "subtotal", "0.04"),
				story("a flat rate is paid in its own currency only, and a base of nothing comes before the currency")
					.from("2024-01-01", "enabled: true", "rate: 5.00 EUR")
					.connect("ann", "2025-01-01", CONNECTED)
					.order("1", "2025-01-02", RATE_CURRENCY_MISMATCH)
					.order("2", "2025-01-02", CREDITED, "currency", "eur")
					.order("3", "2025-01-02", ZERO_COMMISSION, "subtotal", "0.00"),
				story("what was earned before post-from counts and refreshes, but was paid elsewhere")
					.zone("America/New_York")
					.program("post-from: 2025-02-01")
					.from("2024-01-01", "enabled: true, max-orders: 2")
					.connect("ann", "2025-01-01", CONNECTED)
					.order("1", "2025-02-01T04:59:59Z", BEFORE_LEDGER)
					.order("2", "2025-02-01T04:59:59Z", ZERO_COMMISSION, "subtotal", "0.04")
					.order("3", "2025-02-01T05:00:00Z", CREDITED)
					.order("4", "2025-02-01T05:00:01Z", ORDER_LIMIT_REACHED));
	}

}
