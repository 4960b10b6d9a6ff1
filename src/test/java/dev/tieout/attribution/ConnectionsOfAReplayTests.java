package dev.tieout.attribution;

import java.util.List;
import java.util.OptionalInt;

import org.junit.jupiter.api.Test;

import static dev.tieout.attribution.TestTimelines.story;
import static org.assertj.core.api.Assertions.assertThat;

/** What a replay says of connections, and of an order's place in their limits. */
class ConnectionsOfAReplayTests {

	@Test
	void aConnectionEndsByItsDaysAlsoWhenNothingHappensAnyMore() {
		assertThat(connections(story("").from("2024-01-01", "enabled: true, expires-after-days: 30")
			.connect("ann", "2025-01-01", Outcome.CONNECTED))).containsExactly(
					"2025-01-01T00:00:00Z to 2025-01-31T00:00:00Z EXPIRED IMPORT 0 of any, 2025-01-31T00:00:00Z");
	}

	@Test
	void aReplacedConnectionEndsWhereTheOtherStarts() {
		assertThat(connections(story("").from("2024-01-01", "enabled: true, on-conflict: replace")
			.connect("ann", "2025-01-01", Outcome.CONNECTED)
			.connect("bob", "2025-02-01", Outcome.REPLACED_EXISTING)))
			.containsExactly("2025-01-01T00:00:00Z to 2025-02-01T00:00:00Z REPLACED IMPORT 0 of any, never",
					"2025-02-01T00:00:00Z to - - IMPORT 0 of any, never");
	}

	@Test
	void aNewVersionEndsWhatItsLimitsDoNotAllowAtItsOwnStart() {
		assertThat(connections(story("").from("2024-01-01", "enabled: true, expires-after-days: 300")
			.from("2025-03-01", "enabled: true, expires-after-days: 30")
			.connect("ann", "2025-01-01", Outcome.CONNECTED))).containsExactly(
					"2025-01-01T00:00:00Z to 2025-03-01T00:00:00Z EXPIRED IMPORT 0 of any, 2025-01-31T00:00:00Z");
	}

	@Test
	void theLastOrderOfALimitEndsItsConnection() {
		TestTimelines twoOrders = story("").from("2024-01-01", "enabled: true, max-orders: 2, expires-after-days: 30")
			.connect("ann", "2025-01-01", Outcome.CONNECTED)
			.order("1", "2025-01-05", Reason.CREDITED)
			.order("2", "2025-01-06", Reason.CREDITED)
			.order("3", "2025-01-07", Reason.ORDER_LIMIT_REACHED);
		InWords answers = new InWords(twoOrders);
		assertThat(answers.connections()).containsExactly(
				"2025-01-01T00:00:00Z to 2025-01-06T00:00:00Z LIMIT_REACHED IMPORT 2 of 2, 2025-01-31T00:00:00Z");
		assertThat(answers.places()).containsExactly("1: order 1 of 2, 2025-01-31T00:00:00Z",
				"2: order 2 of 2, 2025-01-31T00:00:00Z", "3: order 0 of 2, 2025-01-06T00:00:00Z");
	}

	@Test
	void whoeverPaysSelfPurchasesMayConnectThemselves() {
		assertThat(connections(story("").from("2024-01-01", "enabled: true", "rate: 10%, pay-self-purchases: true")
			.request("ann", "ann@partners.example", "2025-01-01", "connect", Outcome.CONNECTED))).hasSize(1);
	}

	@Test
	void whatBeginsAlikeIsOrderedByItsLength() {
		assertThat(TimelineOrder.byCodePoints("1", "10")).isNegative();
		assertThat(TimelineOrder.byCodePoints("10", "1")).isPositive();
		assertThat(TimelineOrder.byCodePoints("10", "10")).isZero();
	}

	@Test
	void everyAnswerHasAMeaningAndEveryStatusAWord() {
		assertThat(Reason.values()).extracting(Reason::meaning).doesNotContain("").doesNotHaveDuplicates();
		assertThat(Outcome.values()).extracting(Outcome::meaning).doesNotContain("").doesNotHaveDuplicates();
		assertThat(OrderStatus.values()).extracting(OrderStatus::word)
			.containsExactly("paid", "partially_refunded", "pending", "refunded", "cancelled", "failed");
		assertThat(AffiliateStatus.values()).extracting(AffiliateStatus::word).contains("active", "pending", "blocked");
		assertThat(RequestAction.values()).extracting(RequestAction::word).contains("connect", "disconnect");
	}

	private static List<String> connections(TestTimelines story) {
		return new InWords(story).connections();
	}

	/** A story's answers in words. */
	private record InWords(TestTimelines story) {

		List<String> connections() {
			return this.story.replay()
				.replays()
				.stream()
				.flatMap((replay) -> replay.connections().stream())
				.map((each) -> each.startedAt() + " to " + each.endedAt().map(Object::toString).orElse("-") + " "
						+ each.ending().map(Enum::name).orElse("-") + " " + each.origin() + " " + each.ordersCredited()
						+ " of " + limit(each.orderLimit()) + ", "
						+ each.expiresAt().map(Object::toString).orElse("never"))
				.toList();
		}

		List<String> places() {
			return this.story.replay()
				.decisions()
				.stream()
				.map((each) -> each.order().id() + ": order " + each.orderOfLimit() + " of " + limit(each.orderLimit())
						+ ", " + each.expiresAt().map(Object::toString).orElse("never"))
				.toList();
		}

		private static String limit(OptionalInt orders) {
			return orders.isPresent() ? Integer.toString(orders.getAsInt()) : "any";
		}

	}

}
