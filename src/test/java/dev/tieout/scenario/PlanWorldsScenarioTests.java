package dev.tieout.scenario;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.tieout.attribution.Affiliate;
import dev.tieout.attribution.CustomerTimeline;
import dev.tieout.cases.Night;
import dev.tieout.cases.NightFiles;
import dev.tieout.operations.ConnectionOperations;
import dev.tieout.operations.RerunOperations;
import dev.tieout.operations.RerunRequest;
import dev.tieout.operations.RunObserver;
import dev.tieout.operations.RunRequest;
import dev.tieout.operations.RunResult;
import dev.tieout.operations.RunState;
import dev.tieout.worlds.ProgramText;
import dev.tieout.worlds.RandomWorld;
import dev.tieout.worlds.Trait;
import dev.tieout.worlds.WorldNights;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * In random worlds a plan, a rerun and an application come to the same entries. Another
 * world: {@code -Dworld.seed=NUMBER}.
 */
class PlanWorldsScenarioTests {

	private static final long SEED = Long.getLong("world.seed", 20261126L);

	private static final int WORLDS = 4;

	private static final int CUSTOMERS = 150;

	@TempDir
	Path folder = Path.of("");

	@Test
	void whatIsPlannedIsWhatARerunWouldPostAndWhatApplyingPosts() throws Exception {
		long planned = 0;
		for (long seed = SEED; seed < SEED + WORLDS; seed++) {
			planned += check(seed);
		}
		assertThat(planned).as("entries planned in all, from seed %d", SEED).isPositive();
	}

	private long check(long seed) throws Exception {
		System.out.println("world.seed=" + seed);
		Random random = new Random(seed);
		RandomWorld world = new RandomWorld(seed, CUSTOMERS, Set.of(Trait.REVISIONS));
		Path place = Files.createTempDirectory(this.folder, "world");
		Site site = new Site(place).program(ProgramText.of(world.program()))
			.job(Set.of("web", "shop"), "tuning: {chunk-size: 40, partitions: 2}\nreports: {formats: [csv]}\n");
		try (Installation tieout = Installation.fresh()) {
			int number = 0;
			for (Night night : WorldNights.of(world, 2, seed)) {
				NightFiles.write(place, ++number, night, 1);
				assertThat(tieout
					.run(new RunRequest(Path.of("jobs"), site.job().toString(), Optional.of(night.date()), List.of(),
							List.of(), true, "later nights restate at random"))
					.error()).isEmpty();
			}
			connectAtRandom(tieout, world, random);
			LocalDate from = day(tieout, 0.3);
			LocalDate to = day(tieout, 0.7);
			boolean whole = random.nextBoolean();
			Plans plans = new Plans(tieout, site.job());
			Path file = plans.plan(from.toString(), to.toString(), "plan.json", whole);
			int plan = Plans.read(file).plan();
			RunResult dryRun = rerun(tieout, site, from, to, whole, true);
			assertThat(proposals(tieout, dryRun.run())).as("seed %d", seed).isEqualTo(proposals(tieout, plan));
			RunResult applied = plans.apply(file);
			assertThat(applied.error()).as("seed %d", seed).isEmpty();
			assertThat(plans.posted(applied.run())).as("seed %d", seed).isEqualTo(Plans.list(file));
			assertThat(new Answers(tieout).findings()).as("seed %d", seed).isEmpty();
			RunResult again = rerun(tieout, site, from, to, whole, false);
			assertThat(again.state()).isEqualTo(RunState.COMPLETED);
			assertThat(plans.posted(again.run())).as("seed %d", seed).isEmpty();
			return Plans.read(file).entries().count();
		}
	}

	private static void connectAtRandom(Installation tieout, RandomWorld world, Random random) {
		ConnectionOperations operations = new ConnectionOperations(tieout.database().dataSource(), Clock.systemUTC());
		List<Affiliate> affiliates = world.affiliates();
		for (CustomerTimeline timeline : world.timelines()) {
			String address = world.addressOf(timeline);
			if (random.nextInt(3) == 0 && address.indexOf('@') > 0) {
				operations.connect(affiliates.get(random.nextInt(affiliates.size())).address().value(), address, "",
						Optional.of(day(tieout, random.nextDouble()).toString()), "a test", Installation.TESTER);
			}
		}
	}

	/** A day so far into the time in which orders were placed. */
	private static LocalDate day(Installation tieout, double share) {
		return tieout.jdbc()
			.sql("select (min(placed_at) + (max(placed_at) - min(placed_at)) * cast(? as double precision))::date from order_revision")
			.param(share)
			.query(LocalDate.class)
			.single();
	}

	private static RunResult rerun(Installation tieout, Site site, LocalDate from, LocalDate to, boolean whole,
			boolean dryRun) {
		List<RunResult> results = tieout.bean(RerunOperations.class)
			.rerun(new RerunRequest(Path.of("jobs"), site.job().toString(), from, to, "a test", dryRun, whole),
					Installation.TESTER, RunObserver.SILENT);
		RunResult last = results.get(results.size() - 1);
		assertThat(last.error()).isEmpty();
		return last;
	}

	private static List<String> proposals(Installation tieout, int run) {
		return tieout.jdbc()
			.sql("""
					select concat_ws(' ', order_no, customer_no, affiliate_no, currency, amount, corrects, payable_on, reason, posts)
					from ledger_proposal where run_no = ? order by 1
					""")
			.param(run)
			.query(String.class)
			.list();
	}

}
