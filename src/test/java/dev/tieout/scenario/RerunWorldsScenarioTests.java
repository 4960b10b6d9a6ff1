package dev.tieout.scenario;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

import dev.tieout.audit.Preview;
import dev.tieout.audit.RunSummary;
import dev.tieout.audit.Walk;
import dev.tieout.audit.jdbc.Previews;
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
 * Random worlds rerun month by month: each dry run shows what the rerun then posts, and
 * all reruns together come to what one night would have posted. Another world:
 * {@code -Dworld.seed=NUMBER}.
 */
class RerunWorldsScenarioTests {

	private static final long SEED = Long.getLong("world.seed", 20261126L);

	private static final int CUSTOMERS = 600;

	@TempDir
	Path folder = Path.of("");

	@Test
	void monthsRerunInAnyOrderShowWhatTheyPostAndNetToTheOneNightAnswer() throws Exception {
		RandomWorld world = world(SEED, Set.of());
		Standing oneNight = inOneNight(world);
		assertThat(oneNight.decisions()).as("seed %d", SEED).isEqualTo(world.decisions());
		assertThat(byMonths(world, 2, true)).isEqualTo(oneNight);
	}

	@Test
	void revisionsRerunMonthByMonthNetToTheOneNightAnswer() throws Exception {
		RandomWorld world = world(SEED + 1, EnumSet.of(Trait.REVISIONS));
		Standing oneNight = inOneNight(world);
		assertThat(byMonths(world, 3, false)).isEqualTo(oneNight);
	}

	private static RandomWorld world(long seed, Set<Trait> traits) {
		System.out.println("world.seed=" + seed);
		return new RandomWorld(seed, CUSTOMERS, traits);
	}

	private Standing inOneNight(RandomWorld world) throws Exception {
		Path place = place(world);
		try (Installation tieout = Installation.fresh()) {
			Night night = WorldNights.of(world, 1, world.seed()).get(0);
			NightFiles.write(place, 1, night, 1);
			assertThat(run(tieout, place, night.date()).error()).isEmpty();
			return Standing.of(tieout);
		}
	}

	/**
	 * The first night posts; what the others bring is held and posted by reruns, each
	 * shown before.
	 */
	private Standing byMonths(RandomWorld world, int nights, boolean shuffled) throws Exception {
		Path place = place(world);
		try (Installation tieout = Installation.fresh()) {
			List<Night> dealt = WorldNights.of(world, nights, world.seed() * 31);
			for (int night = 1; night <= nights; night++) {
				NightFiles.write(place, night, dealt.get(night - 1), 1);
				if (night == 1) {
					assertThat(run(tieout, place, dealt.get(0).date()).error()).isEmpty();
				}
			}
			Reruns reruns = new Reruns(tieout, new Site(place));
			reruns.hold();
			for (YearMonth month : months(tieout, world.seed(), shuffled)) {
				rerun(tieout, reruns, month);
			}
			assertThat(new Answers(tieout).count(
					"due_customer join order_revision using (customer_no) where order_revision.superseded_by is null"))
				.as("customers with orders are due no more")
				.isZero();
			RunResult last = run(tieout, place, dealt.get(nights - 1).date());
			assertThat(last.error()).isEmpty();
			assertThat(new Answers(tieout).posted(last.run())).isEmpty();
			return Standing.of(tieout);
		}
	}

	private static void rerun(Installation tieout, Reruns reruns, YearMonth month) {
		String from = month.atDay(1).toString();
		String to = month.atEndOfMonth().toString();
		RunResult dry = reruns.dryRun(from, to);
		RunResult rerun = reruns.rerun(from, to);
		assertThat(dry.error()).as("%s", month).isEmpty();
		assertThat(rerun.error()).as("%s", month).isEmpty();
		assertThat(rerun.state()).isEqualTo(RunState.COMPLETED);
		assertThat(reruns.proposals(rerun)).as("%s, order by order", month).isEqualTo(reruns.proposals(dry));
		assertThat(entries(tieout, rerun)).as("%s, entry by entry", month)
			.isEqualTo(reruns.proposals(dry)
				.stream()
				.filter((line) -> line.endsWith(" posted"))
				.map((line) -> line.replace(" posted", ""))
				.toList());
		Preview shown = tieout.bean(Previews.class).of(dry.run(), Integer.MAX_VALUE);
		assertThat(tieout.bean(Previews.class).of(rerun.run(), Integer.MAX_VALUE)).isEqualTo(shown);
		RunSummary summary = tieout.bean(RunSummaries.class).of(rerun.run()).orElseThrow();
		assertThat(shown.entries()).isEqualTo(summary.postedByType());
		assertThat(tieout.bean(ReportReading.class).of(summary).walks()).as("%s, from gross to net", month)
			.allMatch(Walk::closes);
		assertThat(shown.changes()).hasSize((int) shown.ordersChanged());
		assertThat(shown.ordersUnchanged()).isNotNegative();
		assertThat(new Answers(tieout).findings()).isEmpty();
		RunResult again = reruns.rerun(from, to);
		assertThat(new Answers(tieout).posted(again.run())).as("%s again", month).isEmpty();
	}

	private static List<String> entries(Installation tieout, RunResult run) {
		return tieout.jdbc().sql("""
				select order_id || ' ' || amount from ledger_entry where run_no = ?
				order by order_id collate "C", affiliate_no, currency
				""").param(run.run()).query(String.class).list();
	}

	private static List<YearMonth> months(Installation tieout, long seed, boolean shuffled) {
		List<YearMonth> all = new ArrayList<>(tieout.jdbc()
			.sql("""
					select distinct date_trunc('month', placed_at at time zone zone)::date from order_revision, program order by 1
					""")
			.query((row, number) -> YearMonth.from(row.getObject(1, LocalDate.class)))
			.list());
		if (shuffled) {
			Collections.shuffle(all, new Random(seed));
		}
		return all;
	}

	private Path place(RandomWorld world) throws Exception {
		Path place = Files.createTempDirectory(this.folder, "world");
		new Site(place)
			.program(ProgramText.of(world.program()).replaceAll("restatement-limit: .*", "restatement-limit: 100%"))
			.job(Set.of("web", "shop"), "tuning: {chunk-size: 300, partitions: 2}\nreports: {formats: [csv]}\n");
		return place;
	}

	private static RunResult run(Installation tieout, Path place, LocalDate date) {
		return tieout.run(new RunRequest(Path.of("jobs"), place.resolve("world.yml").toString(), Optional.of(date),
				List.of(), List.of(), true, "later nights restate at random"));
	}

	/** What stands in the end. */
	private record Standing(Map<String, ExpectedDecision> decisions, List<String> nets, List<String> connections) {

		static Standing of(Installation tieout) {
			Answers answers = new Answers(tieout);
			assertThat(answers.count("due_customer")).isZero();
			assertThat(answers.count("control_total where expected <> found")).isZero();
			return new Standing(answers.decisions(), answers.nets(), answers.connections());
		}

	}

}
