package dev.tieout.attribution;

import java.util.List;

import static dev.tieout.attribution.Outcome.CONNECTED;
import static dev.tieout.attribution.Outcome.NOTHING_TO_DISCONNECT;
import static dev.tieout.attribution.Outcome.RECONNECTED;
import static dev.tieout.attribution.Outcome.REPLACED_EXISTING;
import static dev.tieout.attribution.Reason.BEFORE_CONNECTION;
import static dev.tieout.attribution.Reason.CONNECTION_EXPIRED;
import static dev.tieout.attribution.Reason.CREDITED;
import static dev.tieout.attribution.Reason.ORDER_CANCELLED;
import static dev.tieout.attribution.Reason.ORDER_LIMIT_REACHED;
import static dev.tieout.attribution.Reason.ORDER_NOT_PAID;
import static dev.tieout.attribution.Reason.ZERO_COMMISSION;
import static dev.tieout.attribution.TestTimelines.story;

/** Rules.md 4.2: how long a connection is live. */
final class ValidityStories {

	private ValidityStories() {
	}

	static List<TestTimelines> stories() {
		return List.of(
				story("an order at the start earns, one exactly at the end is expired")
					.from("2024-01-01", "enabled: true, expires-after-days: 30")
					.connect("ann", "2025-01-01T12:00:00Z", CONNECTED)
					.order("1", "2025-01-01T11:59:59.999999Z", BEFORE_CONNECTION)
					.order("2", "2025-01-01T12:00:00Z", CREDITED)
					.order("3", "2025-01-31T11:59:59.999999Z", CREDITED)
					.order("4", "2025-01-31T12:00:00Z", CONNECTION_EXPIRED),
				story("days that end in a gap end at the moved local time").zone("America/New_York")
					.from("2024-01-01", "enabled: true, expires-after-days: 1")
					.connect("ann", "2025-03-08T02:30:00", CONNECTED)
					.order("1", "2025-03-09T03:29:59-04:00", CREDITED)
					.order("2", "2025-03-09T03:30:00-04:00", CONNECTION_EXPIRED),
				story("days that end in an overlap keep the offset they had, here the earlier").zone("America/New_York")
					.from("2024-01-01", "enabled: true, expires-after-days: 1")
					.connect("ann", "2025-11-01T01:30:00", CONNECTED)
					.order("1", "2025-11-02T01:29:59-04:00", CREDITED)
					.order("2", "2025-11-02T01:30:00-04:00", CONNECTION_EXPIRED),
				story("days that start in an overlap's later offset keep the local time").zone("America/New_York")
					.from("2024-01-01", "enabled: true, expires-after-days: 1")
					.connect("ann", "2025-11-02T01:30:00-05:00", CONNECTED)
					.order("1", "2025-11-03T01:29:59-05:00", CREDITED)
					.order("2", "2025-11-03T01:30:00-05:00", CONNECTION_EXPIRED),
				story("a year from a leap day ends on 28 February when days are counted")
					.from("2024-01-01", "enabled: true, expires-after-days: 365")
					.connect("ann", "2024-02-29", CONNECTED)
					.order("1", "2025-02-27T23:59:59Z", CREDITED)
					.order("2", "2025-02-28T00:00:00Z", CONNECTION_EXPIRED),
				story("an order in the last instant refreshes, and the days begin again at it")
					.from("2024-01-01", "enabled: true, expires-after-days: 10, refresh-on-order: true")
					.connect("ann", "2025-01-01", CONNECTED)
					.order("1", "2025-01-10T23:59:59Z", CREDITED)
					.order("2", "2025-01-15T00:00:00Z", CREDITED, "status", "partially_refunded", "refunded", "1.00")
					.order("3", "2025-01-24T23:59:59Z", ORDER_NOT_PAID, "status", "pending")
					.order("4", "2025-01-25T00:00:00Z", CONNECTION_EXPIRED),
				story("the order's own version says whether it refreshes")
					.from("2024-01-01", "enabled: true, expires-after-days: 10")
					.from("2025-01-05", "enabled: true, expires-after-days: 10, refresh-on-order: true")
					.connect("ann", "2025-01-01", CONNECTED)
					.order("1", "2025-01-04T23:59:59Z", CREDITED)
					.order("2", "2025-01-05T00:00:00Z", CREDITED)
					.order("3", "2025-01-14T23:59:59Z", CREDITED)
					.order("4", "2025-01-24T23:59:59Z", CONNECTION_EXPIRED),
				story("the third order is the last of three, and only credited ones count")
					.from("2024-01-01", "enabled: true, max-orders: 3")
					.connect("ann", "2025-01-01", CONNECTED)
					.order("1", "2025-01-02", CREDITED)
					.order("2", "2025-01-03", ORDER_CANCELLED, "status", "cancelled")
					.order("3", "2025-01-03", ZERO_COMMISSION, "subtotal", "0.00", "total", "5.00")
					.order("4", "2025-01-04", CREDITED)
					.order("5", "2025-01-05T00:00:00Z", CREDITED)
					.order("6", "2025-01-05T00:00:00Z", ORDER_LIMIT_REACHED),
				story("orders of one instant count by their ids' code points, surrogates last")
					.from("2024-01-01", "enabled: true, max-orders: 3")
					.connect("ann", "2025-01-01", CONNECTED)
					.order("\ud83d\ude00", "2025-01-02", ORDER_LIMIT_REACHED)
					.order("\uff01", "2025-01-02", CREDITED)
					.order("9", "2025-01-02", CREDITED)
					.order("10", "2025-01-02", CREDITED)
					.order("\uff01\uff01", "2025-01-02", ORDER_LIMIT_REACHED),
				story("what ended a connection first is the reason, also past the other limit")
					.from("2024-01-01", "enabled: true, expires-after-days: 10, max-orders: 1")
					.connect("ann", "2025-01-01", CONNECTED)
					.order("1", "2025-01-10T23:59:59Z", CREDITED)
					.order("2", "2025-01-11T00:00:00Z", ORDER_LIMIT_REACHED),
				story("a disconnect or a replacement ends at its instant, and disconnected is what both are called")
					.from("2024-01-01", "enabled: true, on-conflict: replace")
					.connect("ann", "2025-01-01", CONNECTED)
					.connect("bob", "2025-01-05T00:00:00Z", REPLACED_EXISTING)
					.order("1", "2025-01-05T00:00:00Z", CREDITED)
					.disconnect("ann", "2025-01-06", NOTHING_TO_DISCONNECT)
					.disconnect("bob", "2025-01-07T00:00:00Z", Outcome.DISCONNECTED)
					.order("2", "2025-01-06T23:59:59Z", CREDITED)
					.order("3", "2025-01-07T00:00:00Z", Reason.DISCONNECTED),
				story("an expired connection is not disconnected any more, and a late disconnect does not rename its end")
					.from("2024-01-01", "enabled: true, expires-after-days: 10")
					.connect("ann", "2025-01-01", CONNECTED)
					.disconnect("ann", "2025-01-11T00:00:00Z", NOTHING_TO_DISCONNECT)
					.connect("bob", "2025-01-11T00:00:00Z", CONNECTED)
					.connect("ann", "2025-01-21T00:00:00Z", RECONNECTED)
					.order("1", "2025-01-31", CONNECTION_EXPIRED));
	}

}
