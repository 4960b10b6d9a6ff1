package dev.tieout.schedule;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BooleanSupplier;

import dev.tieout.TieoutApplication;
import dev.tieout.database.TestDatabase;
import dev.tieout.hostile.Gate.Point;
import dev.tieout.hostile.Gate;
import dev.tieout.operations.Firing;
import dev.tieout.operations.Operator;
import dev.tieout.operations.RunObserver;
import dev.tieout.operations.RunOperations;
import dev.tieout.operations.RunRequest;
import dev.tieout.operations.ScheduleBook;
import dev.tieout.operations.ScheduledRuns;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.quartz.Scheduler;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** A process that serves, with Quartz as it is, on a database of its own. */
class ServingIntegrationTests {

	/** Far enough from now on either side, whenever this test runs. */
	private static final String NOON_OR_MIDNIGHT = "0 0 %d * * ?";

	private final TestDatabase database = TestDatabase.fresh();

	private final JdbcClient jdbc = JdbcClient.create(this.database.dataSource());

	private final List<String> said = new CopyOnWriteArrayList<>();

	private final LocalDate today = LocalDate.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC);

	private final ConfigurableApplicationContext context = new SpringApplicationBuilder(TieoutApplication.class)
		.properties(this.database.properties())
		.properties("tieout.serve=true", "spring.main.web-application-type=none")
		.run();

	@TempDir
	private Path directory = Path.of("");

	private JobFolder jobs = new JobFolder(this.directory);

	private String cron = "";

	@BeforeEach
	void putJob() throws Exception {
		int hour = LocalTime.ofInstant(Clock.systemUTC().instant(), ZoneOffset.UTC).getHour();
		this.cron = NOON_OR_MIDNIGHT.formatted((hour + 12) % 24);
		this.jobs = JobFolder.in(this.directory).job("nightly", this.cron, "").orders("orders-1.csv", "1", "2");
	}

	@AfterEach
	void close() {
		this.context.getBean(Serving.class).end();
		this.context.close();
		this.database.close();
	}

	private void serve() {
		this.context.getBean(Serving.class).start(this.directory, "tester", this.said::add);
	}

	private void await(BooleanSupplier seen, String what) throws InterruptedException {
		long until = System.nanoTime() + 60_000_000_000L;
		while (!seen.getAsBoolean()) {
			if (System.nanoTime() > until) {
				throw new AssertionError("never saw " + what + ":\n" + String.join("\n", this.said));
			}
			Thread.sleep(50);
		}
	}

	private long count(String fromWhere) {
		return this.jdbc.sql("select count(*) from " + fromWhere).query(Long.class).single();
	}

	private TakenUpJobs takenUp() {
		ScheduleBook book = this.context.getBean(ScheduleBook.class);
		TakenUpJobs taken = new TakenUpJobs(book, new Speech(this.said::add));
		new JobFileWatch(this.directory, book, Clock.systemUTC(), new Speech(this.said::add)).look();
		taken.read();
		return taken;
	}

	/** As if the process had not been there for some nights. */
	private void missNights(int nights) throws Exception {
		Scheduler scheduler = this.context.getBean(Scheduler.class);
		TakenUpJobs taken = takenUp();
		new Timetable(scheduler, Clock.systemUTC()).follow(taken.all(), List.of());
		Instant missed = Clock.systemUTC().instant().minusSeconds(86_400L * nights);
		assertThat(this.jdbc.sql("update qrtz_triggers set next_fire_time = ? where trigger_name = 'nightly'")
			.param(missed.toEpochMilli())
			.update()).isOne();
	}

	private void runByHand(LocalDate businessDate) {
		RunRequest request = new RunRequest(this.directory, "nightly", Optional.of(businessDate), List.of(), List.of(),
				false, "");
		this.context.getBean(RunOperations.class)
			.run(request, new Operator("tester", Optional.empty()), RunObserver.SILENT);
	}

	@Test
	void missedNightsAreMadeGoodByOneRunThatSaysWhichDatesItCovers() throws Exception {
		runByHand(this.today.minusDays(5));
		this.jobs.orders("orders-2.csv", "3");
		missNights(4);
		serve();
		await(() -> count("firing where outcome is not null") > 0, "a firing with an outcome");
		assertThat(this.jdbc
			.sql("""
					select state || ' ' || business_date || ' ' || covers_from || ' ' || operator_as from run where run_no = 2
					""")
			.query(String.class)
			.single()).isEqualTo("COMPLETED %s %s serve".formatted(this.today.minusDays(1), this.today.minusDays(4)));
		assertThat(count("run")).isEqualTo(2);
		assertThat(count("firing where outcome = 'COMPLETED' and run_no = 2")).isOne();
		await(() -> this.said.stream().anyMatch((line) -> line.startsWith("nightly: run 2 completed in ")),
				"the outcome being said");
		assertThat(this.said).anyMatch((line) -> line.startsWith("nightly: fired for "));
	}

	@Test
	void missedNightsAreSkippedWhereTheJobSaysSo() throws Exception {
		this.jobs.job("nightly", this.cron, ", misfire: skip");
		missNights(4);
		serve();
		await(() -> this.jdbc.sql("select next_fire_time from qrtz_triggers where trigger_name = 'nightly'")
			.query(Long.class)
			.single() > Clock.systemUTC().millis(), "the next time");
		assertThat(count("firing")).isZero();
	}

	@Test
	void aScheduleThatChangesAfterItsTimeWasMissedMakesThatGood() throws Exception {
		missNights(4);
		this.jobs.job("nightly", this.cron.replace("0 0", "0 1"), "");
		serve();
		await(() -> count("firing where outcome = 'COMPLETED'") == 1, "the missed time");
	}

	@Test
	void aChangedFileMovesTheNextTimeAndAMissingOneUnschedules() throws Exception {
		serve();
		String times = "qrtz_cron_triggers where trigger_name = 'nightly' and cron_expression = '%s'";
		assertThat(count(times.formatted(this.cron))).isOne();
		this.jobs.job("nightly", "0 59 23 31 12 ?", "");
		await(() -> count(times.formatted("0 59 23 31 12 ?")) == 1, "the changed time");
		this.jobs.file("nightly.yml", "job: nightly\nprogram: programs/main.yml\nschedule: {cron: never}\n");
		await(() -> count("scheduled_job where problem like '%nightly.yml:3%'") == 1, "the problem");
		assertThat(count(times.formatted("0 59 23 31 12 ?"))).isOne();
		this.jobs.delete("nightly.yml");
		await(() -> count("qrtz_triggers") + count("qrtz_job_details") == 0, "the job being unscheduled");
		assertThat(count("firing")).isZero();
	}

	@Test
	void aTimeThatAProcessClaimedAndLeftIsRunByWhoeverFindsIt() throws Exception {
		this.jdbc.sql("insert into serve_process (name, started_at, seen_at) values ('gone', now(), now())").update();
		this.jdbc.sql("""
				insert into firing (job_name, scheduled_at, fired_at, process_no) values ('nightly', now(), now(), 1)
				""").update();
		serve();
		await(() -> count("firing where outcome = 'COMPLETED' and process_no = 2 and run_no = 1") == 1, "the run");
		assertThat(count("run")).isOne();
	}

	@Test
	void aRefusedTimeIsOnRecordWithItsReason() throws Exception {
		runByHand(this.today.minusDays(3));
		this.jobs.program("main", "UTC", 20);
		missNights(1);
		serve();
		await(() -> count(
				"firing where outcome = 'REFUSED' and run_no is null and detail like '%RULES_REWRITTEN%'") == 1,
				"the refusal");
		assertThat(count("run")).isOne();
		await(() -> this.said.stream().anyMatch((line) -> line.startsWith("nightly: refused: RULES_REWRITTEN")),
				"the reason being said");
	}

	@Test
	void aTimeIsClaimedOnce() {
		serve();
		Instant time = Instant.parse("2026-11-26T04:30:00Z");
		var runs = this.context.getBean(dev.tieout.operations.ScheduledRuns.class);
		assertThat(runs.claim("weekly", time)).isPresent();
		assertThat(runs.claim("weekly", time)).isEmpty();
		assertThat(runs.claim("weekly", time.plusSeconds(1))).isPresent();
	}

	/** It has posted by then, and another thread or process is at its reports. */
	@Test
	void aTimeHasNoOutcomeBeforeItsRunHasWrittenItsReports() throws Exception {
		ScheduledRuns runs = this.context.getBean(ScheduledRuns.class);
		runs.enrol("tester");
		ExecutorService other = Executors.newSingleThreadExecutor();
		try (Gate gate = Gate.build(this.database.ownerDataSource())) {
			gate.closeAt(Point.behind("post"));
			Future<?> run = other.submit(() -> runByHand(this.today));
			await(gate::isHolding, "the run behind its posting");
			assertThat(runs.claim("nightly", Instant.EPOCH)).isPresent();
			assertThat(this.jdbc.sql("update firing set run_no = 1").update()).isOne();
			Firing left = runs.left().get(0);
			assertThat(count("run where state = 'POSTED'")).isOne();
			assertThat(runs.finish(left, RunObserver.SILENT)).isEmpty();
			gate.open();
			run.get();
			serve();
			await(() -> count("firing where outcome = 'COMPLETED'") == 1, "the outcome");
		}
		finally {
			other.shutdown();
		}
	}

	/** As they do who are started by the same hand. */
	@Test
	void processesThatStartAtTheSameMomentScheduleTheSameJobs() throws Exception {
		Scheduler scheduler = this.context.getBean(Scheduler.class);
		TakenUpJobs taken = takenUp();
		int processes = 6;
		ExecutorService starting = Executors.newFixedThreadPool(processes);
		try {
			for (int round = 0; round < 10; round++) {
				CyclicBarrier together = new CyclicBarrier(processes);
				List<Callable<Void>> starts = Collections.nCopies(processes, () -> {
					together.await();
					new Timetable(scheduler, Clock.systemUTC()).follow(taken.all(), List.of());
					return null;
				});
				for (Future<Void> start : starting.invokeAll(starts)) {
					start.get();
				}
				assertThat(count("qrtz_cron_triggers")).isOne();
				new Timetable(scheduler, Clock.systemUTC()).follow(List.of(), List.of());
				assertThat(count("qrtz_job_details")).isZero();
			}
		}
		finally {
			starting.shutdown();
			serve();
		}
	}

}
