package dev.tieout.worlds;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

import dev.tieout.attribution.Affiliate;
import dev.tieout.attribution.AffiliateDirectory;
import dev.tieout.attribution.Connection;
import dev.tieout.attribution.CustomerTimeline;
import dev.tieout.attribution.Decision;
import dev.tieout.attribution.Order;
import dev.tieout.attribution.Origin;
import dev.tieout.attribution.Outcome;
import dev.tieout.attribution.Reason;
import dev.tieout.attribution.Replay;
import dev.tieout.attribution.Request;
import dev.tieout.attribution.TimelineReplay;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The core against the naive calculator, on random worlds. */
class ReplayPropertyTests {

	private static final int CUSTOMERS = 1_000;

	private static final Instant THE_END = Instant.parse("9999-01-01T00:00:00Z");

	static LongStream seeds() {
		return LongStream.concat(LongStream.rangeClosed(1, 6), LongStream.of(new Random().nextInt()));
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void theCoreAnswersLikeTheNaiveCalculator(long seed) {
		RandomWorld world = world(seed);
		NaiveRules rules = new NaiveRules(world.program(), world.affiliates());
		TimelineReplay core = new TimelineReplay(world.program(), world.directory());
		for (CustomerTimeline timeline : world.timelines()) {
			NaiveReplay naive = new NaiveReplay(rules, timeline);
			Replay replay = core.replay(timeline);
			String where = "seed " + seed + ", customer " + timeline.customer();
			assertThat(lines(replay.decisions())).as(where)
				.isEqualTo(naive.answers().stream().map(ReplayPropertyTests::line).toList());
			assertThat(replay.outcomes()).as(where)
				.allSatisfy((outcome) -> assertThat(outcome.outcome())
					.isEqualTo(naive.outcomes().get(outcome.request().number())))
				.hasSize(timeline.requests().size());
			assertThat(replay.connections().stream().map(ReplayPropertyTests::line).toList()).as(where)
				.isEqualTo(naive.connections().stream().map(ReplayPropertyTests::line).toList());
		}
	}

	@ParameterizedTest(name = "seed {0}")
	@MethodSource("seeds")
	void theAnswerDoesNotDependOnTheOrderInWhichEventsAreHandedIn(long seed) {
		RandomWorld world = world(seed);
		TimelineReplay core = new TimelineReplay(world.program(), world.directory());
		List<Affiliate> affiliates = new ArrayList<>(world.affiliates());
		Dice dice = new Dice(seed);
		dice.shuffle(affiliates);
		TimelineReplay other = new TimelineReplay(world.program(), new AffiliateDirectory(affiliates));
		for (CustomerTimeline timeline : world.timelines()) {
			List<Order> orders = new ArrayList<>(timeline.orders());
			List<Request> requests = new ArrayList<>(timeline.requests());
			dice.shuffle(orders);
			dice.shuffle(requests);
			Replay expected = core.replay(timeline);
			Replay shuffled = other.replay(new CustomerTimeline(timeline.customer(), timeline.buyer(),
					timeline.ownAffiliate(), timeline.existingSince(), orders, requests));
			assertThat(shuffled.decisions()).as("seed %d", seed).isEqualTo(expected.decisions());
			assertThat(shuffled.connections()).isEqualTo(expected.connections());
			assertThat(shuffled.outcomes()).containsExactlyInAnyOrderElementsOf(expected.outcomes());
		}
	}

	@Test
	void randomWorldsHaveEveryReasonAndEveryOutcomeOfAReplay() {
		Map<Reason, Integer> reasons = new EnumMap<>(Reason.class);
		Map<Outcome, Integer> outcomes = new EnumMap<>(Outcome.class);
		seeds().limit(6).forEach((seed) -> {
			RandomWorld world = world(seed);
			TimelineReplay core = new TimelineReplay(world.program(), world.directory());
			world.timelines().stream().map(core::replay).forEach((replay) -> {
				replay.decisions().forEach((decision) -> reasons.merge(decision.reason(), 1, Integer::sum));
				replay.outcomes().forEach((outcome) -> outcomes.merge(outcome.outcome(), 1, Integer::sum));
			});
		});
		assertThat(reasons.keySet()).isEqualTo(EnumSet.allOf(Reason.class));
		assertThat(outcomes.keySet())
			.isEqualTo(EnumSet.complementOf(EnumSet.of(Outcome.INVALID_EMAIL, Outcome.REPEATED)));
	}

	private static RandomWorld world(long seed) {
		return new RandomWorld(seed, CUSTOMERS, EnumSet.of(Trait.UNDATED_REQUESTS, Trait.ANY_TAX));
	}

	private static List<String> lines(List<Decision> decisions) {
		return decisions.stream()
			.map((decision) -> String.join(" ", decision.order().id(), decision.reason().name(),
					"affiliate " + decision.affiliate(), decision.source().map(Enum::name).orElse("-"),
					decision.connectionStartedAt().map(Instant::toString).orElse("-"),
					Long.toString(decision.commission())))
			.toList();
	}

	private static String line(NaiveReplay.Answer answer) {
		return String.join(" ", answer.order().id(), answer.reason().name(),
				"affiliate " + Optional.ofNullable(answer.affiliate()).map(Affiliate::number).orElse(0),
				Optional.ofNullable(answer.test()).map(Enum::name).orElse("-"),
				Optional.ofNullable(answer.connection()).map((tie) -> tie.start().toString()).orElse("-"),
				Long.toString(answer.commission()));
	}

	private static String line(Connection connection) {
		return String.join(" ", "affiliate " + connection.affiliate(), connection.startedAt().toString(),
				connection.endedAt().map(Instant::toString).orElse("-"),
				connection.ending().map(Enum::name).orElse("-"), Integer.toString(connection.ordersCredited()),
				Boolean.toString(connection.origin() == Origin.AUTOMATIC));
	}

	private static String line(NaiveConnection connection) {
		Optional<NaiveConnection.End> end = connection.endBefore(THE_END);
		return String.join(" ", "affiliate " + connection.affiliate().number(), connection.start().toString(),
				end.map((found) -> found.at().toString()).orElse("-"),
				end.map((found) -> found.how().name()).orElse("-"), Integer.toString(connection.creditedOrders()),
				Boolean.toString(connection.isAutomatic()));
	}

}
