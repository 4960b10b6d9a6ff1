package dev.tieout.scenario;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import dev.tieout.audit.Walk;
import dev.tieout.audit.jdbc.ReportReading;
import dev.tieout.audit.jdbc.RunSummaries;
import dev.tieout.cases.Night;
import dev.tieout.cases.NightFiles;
import dev.tieout.operations.RunRequest;
import dev.tieout.operations.RunResult;
import dev.tieout.operations.RunState;
import dev.tieout.worlds.ExpectedDecision;
import dev.tieout.worlds.ProgramText;
import dev.tieout.worlds.RandomWorld;
import dev.tieout.worlds.Trait;
import dev.tieout.worlds.WorldNights;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Random worlds by the whole job over files: the answers are those of the replay, however
 * the work is divided and whenever a file comes. Another world:
 * {@code -Dworld.seed=NUMBER}.
 */
class WorldsScenarioTests {

	private static final long SEED = Long.getLong("world.seed", 20261101L);

	private static final int CUSTOMERS = 1_000;

	@TempDir
	Path folder = Path.of("");

	@Test
	void howTheWorkIsDividedChangesNothing() throws Exception {
		RandomWorld world = world(SEED, Set.of());
		Standing whole = run(world, 1, new Division(2000, 1, 1));
		assertThat(whole.decisions()).as("seed %d", SEED).isEqualTo(world.decisions());
		assertSame(whole, run(world, 1, new Division(7, 5, 3)));
		assertSame(whole, run(world, 1, new Division(500, 33, 2)));
	}

	@Test
	void theNightOnWhichAFileComesChangesNothing() throws Exception {
		RandomWorld world = world(SEED + 1, Set.of());
		Standing oneNight = run(world, 1, new Division(2000, 2, 1));
		assertThat(oneNight.decisions()).as("seed %d", SEED + 1).isEqualTo(world.decisions());
		assertSame(oneNight, run(world, 2, new Division(300, 2, 2)));
		assertSame(oneNight, run(world, 3, new Division(2000, 3, 1)));
	}

	@Test
	void severalRevisionsOverNightsNetToTheOneNightAnswer() throws Exception {
		RandomWorld world = world(SEED + 2, EnumSet.of(Trait.REVISIONS));
		Standing oneNight = run(world, 1, new Division(2000, 2, 1));
		assertThat(oneNight.decisions()).as("seed %d", SEED + 2).isEqualTo(world.decisions());
		assertSame(oneNight, run(world, 3, new Division(800, 2, 1)));
		assertSame(oneNight, run(world, 4, new Division(2000, 1, 2)));
	}

	private static RandomWorld world(long seed, Set<Trait> traits) {
		System.out.println("world.seed=" + seed);
		return new RandomWorld(seed, CUSTOMERS, traits);
	}

	private static void assertSame(Standing expected, Standing actual) {
		assertThat(actual.decisions()).isEqualTo(expected.decisions());
		assertThat(actual.nets()).isEqualTo(expected.nets());
		assertThat(actual.connections()).isEqualTo(expected.connections());
	}

	private Standing run(RandomWorld world, int nights, Division division) throws Exception {
		Path place = Files.createTempDirectory(this.folder, "world");
		Site site = new Site(place).program(ProgramText.of(world.program()))
			.job(Set.of("web", "shop"), "tuning: {chunk-size: %d, partitions: %d}\nreports: {formats: [csv]}\n"
				.formatted(division.chunk(), division.partitions()));
		try (Installation tieout = Installation.fresh()) {
			Answers answers = new Answers(tieout);
			int number = 0;
			for (Night night : WorldNights.of(world, nights, world.seed() * 31 + division.hashCode())) {
				NightFiles.write(place, ++number, night, division.files());
				RunResult result = tieout.run(new RunRequest(Path.of("jobs"), site.job().toString(),
						Optional.of(night.date()), List.of(), List.of(), true, "later nights restate at random"));
				assertThat(result.error()).isEmpty();
				assertThat(result.state()).isEqualTo(RunState.COMPLETED);
				assertThat(answers.findings()).isEmpty();
				assertThat(walks(tieout, result.run())).as("seed %d", world.seed()).allMatch(Walk::closes);
			}
			assertThat(answers.count("due_customer")).isZero();
			assertThat(answers.count("input_file where state not in ('posted', 'duplicate')")).isZero();
			assertThat(answers.count("control_total where expected <> found")).isZero();
			return new Standing(answers.decisions(), answers.nets(), answers.connections());
		}
	}

	private static List<Walk> walks(Installation tieout, int run) {
		return tieout.bean(ReportReading.class).of(tieout.bean(RunSummaries.class).of(run).orElseThrow()).walks();
	}

	/** How the work is divided. */
	private record Division(int chunk, int partitions, int files) {

	}

	/** What stands after the last night. */
	private record Standing(Map<String, ExpectedDecision> decisions, List<String> nets, List<String> connections) {

	}

}
