package dev.tieout.torture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

import dev.tieout.cases.Night;
import dev.tieout.cases.NightFiles;
import dev.tieout.operations.RunRequest;
import dev.tieout.operations.RunResult;
import dev.tieout.operations.RunState;
import dev.tieout.proof.ProofWatch;
import dev.tieout.proof.jdbc.Verification;
import dev.tieout.recount.CheckResult;
import dev.tieout.recount.RecountWatch;
import dev.tieout.recount.jdbc.Recounting;
import dev.tieout.scenario.Installation;
import dev.tieout.worlds.ProgramText;
import dev.tieout.worlds.RandomWorld;
import dev.tieout.worlds.Trait;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * However what is dated arrives, the whole job over files comes to what one night and the
 * second calculator come to. After every night the ledger verifies and its audit finds
 * nothing.
 */
@ExtendWith(Replay.class)
class ArrivalScenarioTests {

	private static final int WORLDS = Torture.amount("arrivals", 2, 40);

	private static final int CUSTOMERS = Torture.amount("arrival.customers", 70, 150);

	@TempDir
	Path folder = Path.of("");

	private final SplittableRandom dice = Torture.dice("arrival");

	private int nights;

	private int failures;

	@Test
	void whateverTheOrderOfArrivalTheLedgerIsThatOfOneNight() throws Exception {
		long orders = 0;
		try (SecondCalculator second = new SecondCalculator()) {
			for (int count = 1; count <= WORLDS; count++) {
				RandomWorld world = world(this.dice.nextInt());
				String name = "world " + world.seed();
				Arrival together = Arrival.of(world, 1, this.dice.split());
				Standing oneNight = standing(world, together, this.dice.split());
				Arrival arrival = Arrival.of(world, this.dice.nextInt(2, 7), this.dice.split());
				Standing later = standing(world, arrival, this.dice.split());
				Answers answers = second.answer(WorldFacts.of(world, arrival.facts()));
				assertSame(name, later.answers(), answers);
				assertThat(later.answers().outcomes()).as(name).isEqualTo(answers.outcomes());
				assertSame(name + " in one night", oneNight.answers(), answers);
				assertThat(later.nets()).as(name).isEqualTo(oneNight.nets());
				orders += answers.decisions().size();
				figures(count, orders);
			}
		}
	}

	private void figures(int worlds, long orders) {
		Figures.note("order of arrival", "worlds by the whole job, in one night and in several", worlds);
		Figures.note("order of arrival", "their decisions, also by the second calculator", orders);
		Figures.note("order of arrival", "nights run", this.nights);
		Figures.note("order of arrival", "of them failed first for a broken file", this.failures);
	}

	private static RandomWorld world(int seed) {
		return new RandomWorld(seed, CUSTOMERS,
				(seed % 3 == 0) ? EnumSet.of(Trait.CLOCK_CHANGES) : EnumSet.noneOf(Trait.class));
	}

	private Standing standing(RandomWorld world, Arrival arrival, SplittableRandom dice) throws Exception {
		Path place = Files.createTempDirectory(this.folder, "world");
		Files.writeString(place.resolve("program.yml"), ProgramText.of(world.program()));
		try (Installation tieout = Installation.fresh()) {
			for (int night = 0; night < arrival.files().size(); night++) {
				night(tieout, place, night + 1, arrival.files().get(night), dice);
				assertProven(tieout, "world " + world.seed() + ", night " + (night + 1));
			}
			assertThat(tieout.jdbc().sql("select count(*) from due_customer").query(Long.class).single()).isZero();
			return new Standing(JobAnswers.of(tieout), JobAnswers.nets(tieout));
		}
	}

	private void night(Installation tieout, Path place, int number, Night night, SplittableRandom dice)
			throws Exception {
		Files.writeString(place.resolve("world.yml"), NightFiles.job(Set.of("web", "shop"))
				+ "  reject-limit: 100%%\ntuning: {chunk-size: %d, partitions: %d}\nreports: {directory: reports, formats: [csv]}\n"
					.formatted(List.of(7, 100, 2000).get(dice.nextInt(3)), dice.nextInt(1, 4)));
		List<Path> written = NightFiles.write(place, number, night, dice.nextInt(1, 4));
		this.nights++;
		if (!written.isEmpty() && dice.nextInt(3) == 0) {
			// The same bytes under another name.
			Path again = written.get(dice.nextInt(written.size()));
			if (!again.getFileName().toString().startsWith("affiliates")) {
				Files.copy(again, place.resolve(again.getFileName().toString().replace(".csv", "-again.csv")));
			}
		}
		Optional<Path> orders = written.stream()
			.filter((file) -> file.getFileName().toString().startsWith("orders"))
			.findAny();
		if (orders.isPresent() && dice.nextInt(4) == 0) {
			byte[] whole = Files.readAllBytes(orders.get());
			Files.writeString(orders.get(), Files.readString(orders.get()) + "\"cut off in the midd");
			assertThat(run(tieout, place, night).state()).isEqualTo(RunState.FAILED);
			Files.write(orders.get(), whole);
			this.failures++;
		}
		RunResult result = run(tieout, place, night);
		assertThat(result.error()).isEmpty();
		assertThat(result.state()).isEqualTo(RunState.COMPLETED);
	}

	private static RunResult run(Installation tieout, Path place, Night night) {
		return tieout.run(new RunRequest(Path.of("jobs"), place.resolve("world.yml").toString(),
				Optional.of(night.date()), List.of(), List.of(), true, "later nights restate at random"));
	}

	private static void assertProven(Installation tieout, String when) {
		assertThat(
				new Verification(tieout.database().dataSource()).verify(Optional.empty(), ProofWatch.BLIND).findings())
			.as(when)
			.isEmpty();
		assertThat(new Recounting(tieout.database().dataSource()).recount(RecountWatch.BLIND).checks()).as(when)
			.allSatisfy((result) -> assertThat(result.differences()).as(result.check().word()).isEmpty())
			.extracting(CheckResult::differing)
			.containsOnly(0L);
	}

	/** When an order is payable and posted is known of those that have entries. */
	private static void assertSame(String name, Answers job, Answers second) {
		Map<String, String> differences = new TreeMap<>();
		second.decisions().forEach((order, decision) -> {
			SecondDecision found = job.decisions().get(order);
			SecondDecision expected = (found != null && found.payableOn().isEmpty()) ? decision.withoutEntries()
					: decision;
			if (!expected.equals(found)) {
				differences.put(order, "the SQL says " + expected + ", the job says " + found);
			}
		});
		assertThat(differences).as(name).isEmpty();
		assertThat(job.decisions().keySet()).as(name).isEqualTo(second.decisions().keySet());
		assertThat(job.connections()).as(name).isEqualTo(second.connections());
	}

	/** What stands after the last night. */
	private record Standing(Answers answers, List<String> nets) {

	}

}
