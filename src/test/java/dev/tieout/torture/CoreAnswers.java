package dev.tieout.torture;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.tieout.attribution.Connection;
import dev.tieout.attribution.Decision;
import dev.tieout.attribution.Origin;
import dev.tieout.attribution.Outcome;
import dev.tieout.attribution.Replay;
import dev.tieout.attribution.TimelineReplay;
import dev.tieout.program.AttributionTest;
import dev.tieout.worlds.RandomWorld;

/** What the core answers, in the words of {@link SecondCalculator}. */
final class CoreAnswers {

	private final RandomWorld world;

	private final Map<String, SecondDecision> decisions = new TreeMap<>();

	private final Set<String> outcomes = new TreeSet<>();

	private final Set<String> connections = new TreeSet<>();

	private CoreAnswers(RandomWorld world) {
		this.world = world;
	}

	static Answers of(RandomWorld world) {
		CoreAnswers answers = new CoreAnswers(world);
		TimelineReplay core = new TimelineReplay(world.program(), world.directory());
		world.timelines().forEach((timeline) -> answers.add(world.addressOf(timeline), core.replay(timeline)));
		return new Answers(answers.decisions, answers.outcomes, answers.connections);
	}

	private void add(String customer, Replay replay) {
		replay.decisions()
			.forEach((decision) -> this.decisions.put(decision.order().store() + "/" + decision.order().id(),
					decision(decision)));
		replay.outcomes()
			.stream()
			.filter((each) -> each.outcome() != Outcome.UNKNOWN_AFFILIATE)
			.forEach((each) -> this.outcomes.add(each.request().number() + " " + each.outcome()));
		replay.connections().forEach((connection) -> this.connections.add(connection(customer, connection)));
	}

	private SecondDecision decision(Decision decision) {
		LocalDate day = decision.order().placedAt().atZone(this.world.program().zone()).toLocalDate();
		return new SecondDecision(decision.reason().name(), decision.source().map(AttributionTest::word).orElse(""),
				(decision.affiliate() != 0) ? address(decision.affiliate()) : "",
				decision.connectionStartedAt().map(Instant::toString).orElse(""), decision.base(),
				decision.commission(),
				decision.version()
					.map((version) -> day.plusDays(version.commission().holdDays()).toString())
					.orElse(""),
				day.withDayOfMonth(1).toString());
	}

	private String connection(String customer, Connection connection) {
		return String.join(" ", customer, address(connection.affiliate()), epoch(connection.startedAt()),
				connection.endedAt().map(CoreAnswers::epoch).orElse(""), connection.ending().map(Enum::name).orElse(""),
				Integer.toString(connection.ordersCredited()), (connection.origin() == Origin.AUTOMATIC) ? "t" : "f")
			.replaceAll(" +", " ");
	}

	private static String epoch(Instant instant) {
		return BigDecimal.valueOf(instant.getEpochSecond())
			.add(BigDecimal.valueOf(instant.getNano(), 9))
			.setScale(6)
			.toString();
	}

	private String address(int affiliate) {
		return this.world.affiliates().get(affiliate - 1).address().value();
	}

}
