package dev.tieout.torture;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.TreeSet;

import dev.tieout.attribution.Reason;
import dev.tieout.worlds.RandomWorld;
import dev.tieout.worlds.Trait;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** The core against the second calculator, on random worlds. */
@ExtendWith(Replay.class)
class TwoCalculatorsIntegrationTests {

	private static final int WORLDS = Torture.amount("worlds", 16, 1500);

	private static final int CUSTOMERS = 60;

	@Test
	void bothCalculatorsAgreeOnEveryDecisionAndEveryCent() throws Exception {
		SplittableRandom seeds = Torture.dice("two calculators");
		Set<String> reasons = new TreeSet<>();
		long orders = 0;
		try (SecondCalculator second = new SecondCalculator()) {
			for (int count = 1; count <= WORLDS; count++) {
				RandomWorld world = world(seeds.nextInt());
				Answers core = CoreAnswers.of(world);
				Answers answers = second.answer(WorldFacts.of(world));
				assertSame(answers, core, world.seed());
				orders += answers.decisions().size();
				answers.decisions().values().forEach((decision) -> reasons.add(decision.reason()));
				Figures.note("two calculators", "worlds by the core and in SQL", count);
				Figures.note("two calculators", "their decisions compared", orders);
			}
		}
		assertThat(reasons).as("reasons that worlds come to")
			.containsExactlyInAnyOrderElementsOf(Arrays.stream(Reason.values()).map(Enum::name).toList());
	}

	private static RandomWorld world(int seed) {
		EnumSet<Trait> traits = EnumSet.of(Trait.UNDATED_REQUESTS, Trait.ANY_TAX);
		if (seed % 3 == 0) {
			traits.add(Trait.CLOCK_CHANGES);
		}
		return new RandomWorld(seed, CUSTOMERS, traits);
	}

	private static void assertSame(Answers second, Answers core, long seed) {
		Map<String, String> differences = new TreeMap<>();
		core.decisions().forEach((order, decision) -> {
			SecondDecision other = second.decisions().get(order);
			if (!Objects.equals(decision, other)) {
				differences.put(order, "the core says " + decision + ", the SQL says " + other);
			}
		});
		assertThat(differences).as("world %d", seed).isEmpty();
		assertThat(second.decisions()).as("world %d", seed).isEqualTo(core.decisions());
		assertThat(second.outcomes()).as("world %d", seed).isEqualTo(core.outcomes());
		assertThat(second.connections()).as("world %d", seed).isEqualTo(core.connections());
	}

}
