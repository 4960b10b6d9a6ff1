package dev.tieout.attribution;

import java.util.List;

import static dev.tieout.attribution.Outcome.ALREADY_ENDED;
import static dev.tieout.attribution.Outcome.CONFLICT_EXISTING;
import static dev.tieout.attribution.Outcome.CONNECTED;
import static dev.tieout.attribution.Outcome.DUPLICATE;
import static dev.tieout.attribution.Outcome.NOTHING_TO_DISCONNECT;
import static dev.tieout.attribution.Outcome.RECONNECTED;
import static dev.tieout.attribution.Outcome.REPEATED;
import static dev.tieout.attribution.Outcome.REPLACED_EXISTING;
import static dev.tieout.attribution.Outcome.SELF_CONNECTION;
import static dev.tieout.attribution.Outcome.UNKNOWN_AFFILIATE;
import static dev.tieout.attribution.Reason.AFFILIATE_INACTIVE;
import static dev.tieout.attribution.Reason.BEFORE_CONNECTION;
import static dev.tieout.attribution.Reason.CONNECTION_EXPIRED;
import static dev.tieout.attribution.Reason.CREDITED;
import static dev.tieout.attribution.Reason.NO_CONNECTION;
import static dev.tieout.attribution.TestTimelines.story;

/** Rules.md 4.1. */
final class RequestStories {

	private RequestStories() {
	}

	static List<TestTimelines> stories() {
		return List.of(
				story("a request is judged by the first row that applies, self before duplicate")
					.from("2024-01-01", "enabled: true")
					.request("ann", "ANN@partners.example ", "2025-01-01", "connect", SELF_CONNECTION)
					.connect("ann", "2025-01-01", CONNECTED)
					.connect("ann", "2025-01-02", DUPLICATE)
					.connect("bob", "2025-01-02", CONFLICT_EXISTING)
					.connect("nobody", "2025-01-02", UNKNOWN_AFFILIATE)
					.disconnect("nobody", "2025-01-02", UNKNOWN_AFFILIATE)
					.order("1", "2025-01-03", CREDITED),
				story("an address that is none is no event and is not held").from("2024-01-01", "enabled: true")
					.request("ann", "kim at x", "2025-01-01", "connect", Outcome.INVALID_EMAIL)
					.request("ann", "kim at x", "2025-01-01", "connect", Outcome.INVALID_EMAIL)
					.request("not an address", TestTimelines.KIM, "2025-01-01", "connect", Outcome.INVALID_EMAIL)
					.order("1", "2025-01-03", NO_CONNECTION),
				story("with self-purchases paid, an affiliate may be connected to itself")
					.from("2024-01-01", "enabled: true")
					.from("2025-01-01", "enabled: true", "rate: 10%, pay-self-purchases: true")
					.request("ann", "ann@partners.example", "2024-12-31T23:59:59Z", "connect", SELF_CONNECTION)
					.request("ann", "ann@partners.example", "2025-01-01", "connect", CONNECTED),
				story("before the first version nobody is connected to itself, and the first connection stays")
					.from("2025-01-01", "enabled: true, on-conflict: replace", "rate: 10%, pay-self-purchases: true")
					.request("ann", "ann@partners.example", "2024-12-31T23:59:59Z", "connect", SELF_CONNECTION)
					.connect("ann", "2024-12-01", CONNECTED)
					.connect("bob", "2024-12-31T23:59:59Z", CONFLICT_EXISTING)
					.connect("bob", "2025-01-01", REPLACED_EXISTING),
				story("the same instant written in another offset is the same request")
					.from("2024-01-01", "enabled: true")
					.connect("ann", "2025-01-01T12:00:00Z", CONNECTED)
					.connect("ann", "2025-01-01 13:00:00 +0100", REPEATED)
					.connect("ann", "2025-01-01T12:00:01Z", DUPLICATE)
					.disconnect("ann", "2025-01-01T12:00:00Z", NOTHING_TO_DISCONNECT)
					.disconnect("ann", "2025-01-01T12:00:00Z", REPEATED),
				story("an undated request again is repeated, undated after the end is ended, dated connects again")
					.from("2024-01-01", "enabled: true")
					.connect("ann", "2025-01-01", CONNECTED)
					.disconnect("ann", "2025-01-10", Outcome.DISCONNECTED)
					.thenOn("2025-01-20")
					.connect("ann", "", ALREADY_ENDED)
					.connect("bob", "2025-01-21", CONNECTED)
					.disconnect("bob", "2025-01-22", Outcome.DISCONNECTED)
					.connect("ann", "2025-01-22", RECONNECTED)
					.thenOn("2025-02-20")
					.connect("ann", "", REPEATED),
				story("an undated disconnect works once for its pair").from("2024-01-01", "enabled: true")
					.connect("ann", "2025-01-01", CONNECTED)
					.thenOn("2025-01-10")
					.disconnect("ann", "", Outcome.DISCONNECTED)
					.connect("ann", "2025-01-11", RECONNECTED)
					.thenOn("2025-01-20")
					.disconnect("ann", "", REPEATED)
					.order("1", "2025-01-20", CREDITED),
				story("a conflict is told before an undated request's earlier end, and an earlier end before a replacement")
					.from("2024-01-01", "enabled: true")
					.from("2025-02-01", "enabled: true, on-conflict: replace")
					.connect("ann", "2025-01-01", CONNECTED)
					.disconnect("ann", "2025-01-02", Outcome.DISCONNECTED)
					.connect("bob", "2025-01-03", CONNECTED)
					.thenOn("2025-01-31")
					.connect("ann", "", CONFLICT_EXISTING)
					.connect("ann", "2025-01-31", CONFLICT_EXISTING)
					.connect("ann", "2025-02-01", REPLACED_EXISTING)
					.thenOn("2025-02-02")
					.connect("bob", "", ALREADY_ENDED)
					.connect("bob", "2025-02-02", REPLACED_EXISTING),
				story("a late affiliate's requests are judged when its first row begins to hold, in import sequence")
					.from("2024-01-01", "enabled: true, expires-after-days: 10")
					.connect("late", "2025-01-01", CONNECTED)
					.disconnect("late", "2025-01-05", NOTHING_TO_DISCONNECT)
					.connect("late", "2025-01-06", DUPLICATE)
					.thenOn("2025-01-10")
					.affiliate("late", "effective_from", "2025-01-08T12:00:00Z")
					.order("1", "2025-01-08T11:59:59Z", BEFORE_CONNECTION)
					.order("2", "2025-01-08T12:00:00Z", CREDITED)
					.order("3", "2025-01-18T11:59:59Z", CREDITED)
					.order("4", "2025-01-18T12:00:00Z", CONNECTION_EXPIRED),
				story("an affiliate's status does not matter to a connection").affiliate("ann", "status", "blocked")
					.affiliate("bob")
					.from("2024-01-01", "enabled: true")
					.connect("ann", "2025-01-01", CONNECTED)
					.connect("bob", "2025-01-01", CONFLICT_EXISTING)
					.order("1", "2025-01-02", AFFILIATE_INACTIVE),
				story("at one instant a disconnect comes before a connect, connects in import sequence, then orders")
					.from("2024-01-01", "enabled: true")
					.connect("bob", "2025-01-02T00:00:00Z", CONNECTED)
					.connect("ann", "2025-01-02T00:00:00Z", CONFLICT_EXISTING)
					.disconnect("ann", "2025-01-02T00:00:00Z", Outcome.DISCONNECTED)
					.connect("ann", "2025-01-01", CONNECTED)
					.order("1", "2025-01-02T00:00:00Z", CREDITED));
	}

}
