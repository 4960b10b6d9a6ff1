package dev.tieout.schedule;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;

import dev.tieout.database.TestDatabase;
import dev.tieout.operations.ScheduleBook;
import dev.tieout.operations.ScheduleLine;
import dev.tieout.operations.ScheduleOverview;
import dev.tieout.operations.ScheduledJob;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import static org.assertj.core.api.Assertions.assertThat;

/** Job files that change while a process serves. */
class JobFileWatchIntegrationTests {

	private static final String LATER = "0 30 5 * * ?";

	private final TestDatabase database = TestDatabase.fresh();

	private final ScheduleBook book = new ScheduleBook(this.database.dataSource());

	private final List<String> said = new ArrayList<>();

	@TempDir
	private Path directory = Path.of("");

	private JobFolder jobs = new JobFolder(this.directory);

	private JobFileWatch watch = start();

	@BeforeEach
	void startWithTwoJobs() throws Exception {
		this.jobs = JobFolder.in(this.directory)
			.job("nightly", JobFolder.NIGHTLY, "")
			.job("weekly", "0 0 7 ? * MON", "")
			.file("by-hand.yml", JobFolder.text("by-hand", LATER, "").replaceAll("(?m)^schedule:.*$", ""));
		this.watch = start();
		this.watch.look();
	}

	private JobFileWatch start() {
		return new JobFileWatch(this.directory, this.book, Clock.systemUTC(), new Speech(this.said::add));
	}

	/** What changed is believed at the second look. */
	private void lookTwice() {
		this.watch.look();
		this.said.clear();
		this.watch.look();
	}

	private ScheduledJob nightly() {
		return this.book.find("nightly").orElseThrow();
	}

	private List<String> names() {
		return this.book.jobs().stream().map(ScheduledJob::name).toList();
	}

	@Test
	void jobsWithAScheduleAreTakenUpAtTheStart() {
		assertThat(names()).containsExactly("nightly", "weekly");
		assertThat(this.said).hasSize(2).first().asString().startsWith("nightly: taken up; next 20").endsWith("UTC.");
		assertThat(nightly().read().schedule().orElseThrow().cron()).isEqualTo(JobFolder.NIGHTLY);
	}

	@Test
	void aChangedFileIsTakenUpOnceItHasBeenSeenTwice() throws Exception {
		this.jobs.job("nightly", LATER, "");
		this.watch.look();
		assertThat(nightly().read().schedule().orElseThrow().cron()).isEqualTo(JobFolder.NIGHTLY);
		this.watch.look();
		assertThat(nightly().read().schedule().orElseThrow().cron()).isEqualTo(LATER);
		this.said.clear();
		this.watch.look();
		assertThat(this.said).isEmpty();
	}

	@Test
	void aChangedProgramIsTakenUpToo() throws Exception {
		this.jobs.program("main", "UTC", 20);
		lookTwice();
		assertThat(nightly().programText()).contains("20%");
		assertThat(this.said).hasSize(2);
	}

	@Test
	void aBrokenFileIsReportedOnceAndTheLastGoodTextGoesOn() throws Exception {
		this.jobs.file("nightly.yml", JobFolder.text("nightly", LATER, "").replace("inputs:", "input:"));
		lookTwice();
		assertThat(this.said).anyMatch((line) -> line.contains("nightly.yml:4") && line.contains("input"))
			.anyMatch((line) -> line.startsWith("nightly: goes on with what was taken up"));
		assertThat(nightly().read().schedule().orElseThrow().cron()).isEqualTo(JobFolder.NIGHTLY);
		assertThat(nightly().problem().orElseThrow()).contains("nightly.yml:4");
		this.said.clear();
		this.watch.look();
		assertThat(this.said).isEmpty();

		JobFileWatch next = start();
		next.look();
		assertThat(nightly().read().schedule().orElseThrow().cron()).isEqualTo(JobFolder.NIGHTLY);
		assertThat(this.said).anyMatch((line) -> line.contains("nightly.yml:4"));

		this.jobs.job("nightly", JobFolder.NIGHTLY, "");
		lookTwice();
		assertThat(nightly().problem()).isEmpty();
		assertThat(this.said).singleElement().asString().startsWith("nightly: good again");
	}

	@Test
	void aBrokenProgramIsReportedWithItsOwnLine() throws Exception {
		this.jobs.file("programs/main.yml", "program: main\nzone: Mars/Olympus\n");
		lookTwice();
		assertThat(nightly().problem().orElseThrow()).contains("programs/main.yml:2");
		assertThat(nightly().programText()).contains("10%");
	}

	@Test
	void aFileThatIsMissingTwiceIsUnscheduled() throws Exception {
		this.jobs.delete("nightly.yml");
		this.watch.look();
		assertThat(names()).containsExactly("nightly", "weekly");
		lookTwice();
		assertThat(names()).containsExactly("weekly");
		this.jobs.job("nightly", JobFolder.NIGHTLY, "");
		lookTwice();
		assertThat(names()).containsExactly("nightly", "weekly");
	}

	@Test
	void aJobThatLosesItsScheduleOrItsNameIsUnscheduled() throws Exception {
		this.jobs.file("nightly.yml", JobFolder.text("nightly", LATER, "").replaceAll("(?m)^schedule:.*$", ""));
		this.jobs.file("weekly.yml", JobFolder.text("monthly", LATER, ""));
		lookTwice();
		assertThat(names()).containsExactly("monthly");
	}

	@Test
	void jobsFromAnotherDirectoryStay(@TempDir Path other) throws Exception {
		JobFolder.in(other).job("daily", LATER, "");
		new JobFileWatch(other, this.book, Clock.systemUTC(), new Speech(this.said::add)).look();
		lookTwice();
		assertThat(names()).containsExactly("daily", "nightly", "weekly");
	}

	@Test
	void ofTwoFilesWithOneNameNeitherIsTakenUp() throws Exception {
		this.jobs.file("copy.yml", JobFolder.text("nightly", LATER, ""));
		lookTwice();
		assertThat(nightly().read().schedule().orElseThrow().cron()).isEqualTo(JobFolder.NIGHTLY);
		assertThat(nightly().problem().orElseThrow()).contains("is the name of the job in", "copy.yml");
	}

	@Test
	void aProgramThatIsNotThisDatabasesIsAProblem() throws Exception {
		JdbcClient.create(this.database.dataSource()).sql("""
				insert into program (name, zone, currency, address_key) values ('main', 'Europe/Berlin', 'USD', 'key')
				""").update();
		lookTwice();
		assertThat(nightly().problem().orElseThrow()).contains("this database's zone is 'Europe/Berlin', not 'UTC'");
		assertThat(names()).containsExactly("nightly", "weekly");
	}

	@Test
	void theOverviewShowsTheFilesAsTheyAreAndWhatGoesOn() throws Exception {
		this.jobs.file("nightly.yml", JobFolder.text("nightly", LATER, "").replace("inputs:", "input:"));
		lookTwice();
		ScheduleOverview overview = new ScheduleOverview(this.database.dataSource(), Clock.systemUTC());
		List<ScheduleLine> lines = overview.of(this.directory);
		assertThat(lines).extracting(ScheduleLine::job).containsExactly("by-hand", "nightly", "weekly");
		assertThat(lines.get(0).cron()).isEmpty();
		assertThat(lines.get(1).cron()).contains(JobFolder.NIGHTLY);
		assertThat(lines.get(1).next().orElseThrow()).isAfter(Clock.systemUTC().instant());
		assertThat(lines.get(1).problems()).anyMatch((problem) -> problem.contains("nightly.yml:4"));
		assertThat(lines.get(1).lastRun()).isEmpty();
		assertThat(lines.get(2).problems()).isEmpty();
	}

	@Test
	void theOverviewNeedsNoProcessThatServes() throws Exception {
		JdbcClient.create(this.database.dataSource()).sql("delete from scheduled_job").update();
		this.jobs.file("weekly.yml", "job: weekly\n");
		List<ScheduleLine> lines = new ScheduleOverview(this.database.dataSource(), Clock.systemUTC())
			.of(this.directory);
		assertThat(lines.get(1).next()).isPresent();
		assertThat(lines.get(2).next()).isEmpty();
		assertThat(lines.get(2).problems()).isNotEmpty();
	}

}
