package dev.tieout.attribution;

import java.util.List;

import static dev.tieout.attribution.Outcome.CONNECTED;
import static dev.tieout.attribution.Outcome.NOTHING_TO_DISCONNECT;
import static dev.tieout.attribution.Reason.AFFILIATE_INACTIVE;
import static dev.tieout.attribution.Reason.BEFORE_CONNECTION;
import static dev.tieout.attribution.Reason.CONNECTION_EXPIRED;
import static dev.tieout.attribution.Reason.CONNECT_DISABLED;
import static dev.tieout.attribution.Reason.CREDITED;
import static dev.tieout.attribution.Reason.ORDER_LIMIT_REACHED;
import static dev.tieout.attribution.Reason.PROGRAM_NOT_STARTED;
import static dev.tieout.attribution.TestTimelines.story;

/** Rules.md 3 and 4.2: versions, groups and affiliates' rows have dates. */
final class VersionStories {

	private VersionStories() {
	}

	static List<TestTimelines> stories() {
		return List.of(
				story("before the first version there are no rules, from its first instant there are")
					.zone("America/New_York")
					.from("2025-01-01", "enabled: true, expires-after-days: 30")
					.connect("ann", "2024-12-20", CONNECTED)
					.order("1", "2025-01-01T04:59:59Z", PROGRAM_NOT_STARTED)
					.order("2", "2025-01-01T05:00:00Z", CREDITED)
					.order("3", "2025-01-19T05:00:00Z", CONNECTION_EXPIRED),
				story("limits that the first version brings end an older connection at its start")
					.from("2025-01-01", "enabled: true, expires-after-days: 30")
					.connect("ann", "2024-11-30", CONNECTED)
					.disconnect("ann", "2025-01-01T00:00:00Z", NOTHING_TO_DISCONNECT)
					.order("1", "2024-12-31T23:59:59Z", PROGRAM_NOT_STARTED)
					.order("2", "2025-01-01T00:00:00Z", CONNECTION_EXPIRED),
				story("limits that end exactly when a longer version starts are lifted in time")
					.from("2024-01-01", "enabled: true, expires-after-days: 31")
					.from("2025-02-01", "enabled: true, expires-after-days: 40")
					.connect("ann", "2025-01-01", CONNECTED)
					.order("1", "2025-02-01T00:00:00Z", CREDITED)
					.order("2", "2025-02-09T23:59:59Z", CREDITED)
					.order("3", "2025-02-10T00:00:00Z", CONNECTION_EXPIRED),
				story("limits that end an instant before a longer version starts are final")
					.from("2024-01-01", "enabled: true, expires-after-days: 31")
					.from("2025-02-01", "enabled: true")
					.connect("ann", "2024-12-31T23:59:59Z", CONNECTED)
					.order("1", "2025-01-31T23:59:58Z", CREDITED)
					.order("2", "2025-02-01T00:00:00Z", CONNECTION_EXPIRED),
				story("both limits reached at a version's start: the days count").from("2024-01-01", "enabled: true")
					.from("2025-02-01", "enabled: true, expires-after-days: 31, max-orders: 1")
					.connect("ann", "2025-01-01", CONNECTED)
					.order("1", "2025-01-02", CREDITED)
					.order("2", "2025-01-31T23:59:59Z", CREDITED)
					.order("3", "2025-02-01T00:00:00Z", CONNECTION_EXPIRED),
				story("only the orders reached at a version's start: the orders count")
					.from("2024-01-01", "enabled: true")
					.from("2025-02-01", "enabled: true, expires-after-days: 32, max-orders: 2")
					.from("2025-03-01", "enabled: true")
					.connect("ann", "2025-01-01", CONNECTED)
					.order("1", "2025-01-02", CREDITED)
					.order("2", "2025-01-31T23:59:59Z", CREDITED)
					.order("3", "2025-02-01T00:00:00Z", ORDER_LIMIT_REACHED)
					.order("4", "2025-03-01T00:00:00Z", ORDER_LIMIT_REACHED),
				story("the switch is that of the order's version").from("2024-01-01", "enabled: false")
					.from("2025-02-01", "enabled: true")
					.from("2025-03-01", "enabled: false")
					.connect("ann", "2025-01-01", CONNECTED)
					.order("1", "2024-12-31T23:59:59Z", BEFORE_CONNECTION)
					.order("2", "2025-01-31T23:59:59Z", CONNECT_DISABLED)
					.order("3", "2025-02-01T00:00:00Z", CREDITED)
					.disconnect("ann", "2025-02-02", Outcome.DISCONNECTED)
					.order("4", "2025-02-28T23:59:59Z", Reason.DISCONNECTED)
					.order("5", "2025-03-01T00:00:00Z", CONNECT_DISABLED),
				story("an affiliate earns until the instant of the row that blocks it, and again from the one that does not")
					.affiliate("ann")
					.affiliate("ann", "status", "blocked", "effective_from", "2025-01-05")
					.affiliate("ann", "status", "pending", "effective_from", "2025-01-06")
					.affiliate("ann", "status", "active", "effective_from", "2025-01-07")
					.from("2024-01-01", "enabled: true")
					.connect("ann", "2025-01-01", CONNECTED)
					.order("1", "2025-01-04T23:59:59Z", CREDITED)
					.order("2", "2025-01-05T00:00:00Z", AFFILIATE_INACTIVE)
					.order("3", "2025-01-06T23:59:59Z", AFFILIATE_INACTIVE)
					.order("4", "2025-01-07T00:00:00Z", CREDITED),
				story("a changed group ends a connection at the row's instant, and leaving it revives nothing")
					.affiliate("ann", "group", "")
					.affiliate("ann", "group", "short", "effective_from", "2025-01-20")
					.affiliate("ann", "group", "", "effective_from", "2025-01-25")
					.from("2024-01-01", "enabled: true", "rate: 10%", "groups: {short: {expires-after-days: 10}}")
					.connect("ann", "2025-01-01", CONNECTED)
					.order("1", "2025-01-19T23:59:59Z", CREDITED)
					.order("2", "2025-01-20T00:00:00Z", CONNECTION_EXPIRED)
					.order("3", "2025-01-25T00:00:00Z", CONNECTION_EXPIRED),
				story("both limits reached at an affiliate's row: the days count").affiliate("ann", "group", "")
					.affiliate("ann", "group", "short", "effective_from", "2025-01-20")
					.from("2024-01-01", "enabled: true", "rate: 10%",
							"groups: {short: {expires-after-days: 19, max-orders: 1}}")
					.connect("ann", "2025-01-01", CONNECTED)
					.order("1", "2025-01-19T23:59:59Z", CREDITED)
					.order("2", "2025-01-20T00:00:00Z", CONNECTION_EXPIRED),
				story("a group's empty limit lifts the program's, its absent one leaves it, an unknown group has none")
					.affiliate("ann", "group", "vip")
					.affiliate("ann", "group", "VIP", "effective_from", "2025-02-01")
					.from("2024-01-01", "enabled: true, expires-after-days: 10, max-orders: 2", "rate: 10%",
							"groups: {vip: {expires-after-days: lifetime}}")
					.connect("ann", "2025-01-01", CONNECTED)
					.order("1", "2025-01-31T23:59:59Z", CREDITED)
					.order("2", "2025-02-01T00:00:00Z", CONNECTION_EXPIRED));
	}

}
