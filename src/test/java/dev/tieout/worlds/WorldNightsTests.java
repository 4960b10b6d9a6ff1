package dev.tieout.worlds;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import dev.tieout.attribution.Affiliate;
import dev.tieout.attribution.Decision;
import dev.tieout.attribution.TimelineReplay;
import dev.tieout.cases.InMemoryIntake;
import dev.tieout.cases.TestPrograms;
import dev.tieout.program.Program;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

class WorldNightsTests {

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8 })
	void howAWorldIsDealtOutOverNightsDoesNotMatter(long seed) {
		RandomWorld world = new RandomWorld(seed, 150, EnumSet.of(Trait.REVISIONS));
		Map<String, ExpectedDecision> expected = world.decisions();
		for (int nights = 1; nights <= 4; nights++) {
			InMemoryIntake intake = new InMemoryIntake(world.program());
			WorldNights.of(world, nights, seed * 31 + nights).forEach(intake::night);
			Map<String, ExpectedDecision> actual = new TreeMap<>();
			intake.replay().decisions().forEach((decision) -> {
				String affiliate = intake.directory()
					.find(decision.affiliate())
					.map(Affiliate::address)
					.map(Object::toString)
					.orElse("");
				actual.put(decision.order().store() + "/" + decision.order().id(), new ExpectedDecision(
						decision.reason(), affiliate, decision.commission(), decision.commission()));
			});
			assertThat(actual).as("seed %d, %d nights", seed, nights).isEqualTo(expected);
		}
	}

	@ParameterizedTest
	@ValueSource(longs = { 1, 2, 3, 4, 5, 6, 7, 8 })
	void aProgramReadFromItsFileAnswersTheSame(long seed) {
		RandomWorld world = new RandomWorld(seed, 300, EnumSet.of(Trait.UNDATED_REQUESTS, Trait.ANY_TAX));
		Program read = TestPrograms.parse(ProgramText.of(world.program()));
		assertThat(read).isEqualTo(world.program());
		assertThat(decisions(world, read)).isEqualTo(decisions(world, world.program()));
	}

	private static List<Decision> decisions(RandomWorld world, Program program) {
		TimelineReplay core = new TimelineReplay(program, world.directory());
		return world.timelines().stream().flatMap((timeline) -> core.replay(timeline).decisions().stream()).toList();
	}

}
