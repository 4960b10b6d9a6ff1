package dev.tieout.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import dev.tieout.configuration.JobFile;
import dev.tieout.operations.Alerts;
import dev.tieout.operations.LateJobs;
import dev.tieout.operations.RunState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Which jobs are late, and who is told. The job was to start at 04:30 and be posted by
 * 06:00, UTC.
 */
class LateScenarioTests {

	private static final String NIGHTLY = """
			schedule: {cron: "0 30 4 * * ?", late-after: "06:00"}
			notify:
			  on: [late]
			  command: [sh, -c, "cat >> told.json"]
			  timeout: 30s
			""";

	@TempDir
	private Path folder;

	private Installation installation;

	private final List<String> said = new ArrayList<>();

	private JobFile job;

	@BeforeEach
	void install() throws IOException {
		this.installation = Installation.fresh();
		this.job = JobFile.read(Site.usual(this.folder).job(Set.of("web"), NIGHTLY).job());
	}

	@AfterEach
	void close() {
		this.installation.close();
	}

	@Test
	void aJobIsLateFromTheMinuteOnAndToldOnce() throws IOException {
		scheduledSince("2026-11-20T00:00:00Z");
		ran("2026-11-23", "2026-11-24T04:31:00Z");
		assertThat(late("2026-11-25T05:59:59Z")).isEmpty();
		assertThat(late("2026-11-25T06:00:00Z")).containsExactly("world 2026-11-25 for 2026-11-24");
		tell("2026-11-25T06:00:00Z");
		tell("2026-11-25T06:01:00Z");
		assertThat(told()).containsOnlyOnce("\"event\" : \"late\"")
			.contains("\"job\" : \"world\"", "\"run\" : null", "\"businessDate\" : \"2026-11-24\"",
					"\"raisedAt\" : \"2026-11-25T06:00:00Z\"",
					"to start at 2026-11-25 04:30 and be posted by 2026-11-25 06:00 in UTC");
		assertThat(this.said).hasSize(1);
		tell("2026-11-26T06:00:00Z");
		assertThat(this.installation.jdbc()
			.sql("select day::text from alert where told_at is not null order by day")
			.query(String.class)
			.list()).containsExactly("2026-11-25", "2026-11-26");
	}

	@Test
	void aRunThatPostsLaterEndsIt() {
		scheduledSince("2026-11-20T00:00:00Z");
		ran("2026-11-24", "2026-11-25T06:30:00Z");
		assertThat(late("2026-11-25T06:31:00Z")).isEmpty();
	}

	@Test
	void aRunForAnEarlierDateOrFromBeforeTheTimeDoesNotCount() {
		scheduledSince("2026-11-20T00:00:00Z");
		ran("2026-11-23", "2026-11-25T04:31:00Z");
		ran("2026-11-24", "2026-11-25T04:29:00Z");
		assertThat(late("2026-11-25T06:00:00Z")).hasSize(1);
	}

	@Test
	void aRunThatPostedNothingDoesNotCount() throws IOException {
		scheduledSince("2024-11-20T00:00:00Z");
		Files.writeString(this.folder.resolve("orders-web-1.csv"), "no,such,columns\n1,2,3\n");
		assertThat(this.installation.run(this.job.path(), LocalDate.of(2025, 3, 1)).state()).isEqualTo(RunState.FAILED);
		assertThat(late("2025-03-02T06:00:00Z")).hasSize(1);
	}

	@Test
	void aJobThatCameToTheScheduleAfterItsTimeHasMissedNothing() {
		scheduledSince("2026-11-25T04:31:00Z");
		assertThat(late("2026-11-25T06:00:00Z")).isEmpty();
		assertThat(late("2026-11-26T06:00:00Z")).hasSize(1);
	}

	@Test
	void aFileThatChangedAfterItsTimeMakesTheJobNoNewOne() {
		scheduledSince("2026-11-25T05:00:00Z");
		ran("2026-11-23", "2026-11-24T04:31:00Z");
		assertThat(late("2026-11-25T06:00:00Z")).hasSize(1);
	}

	private void scheduledSince(String instant) {
		this.installation.jdbc().sql("""
				insert into scheduled_job (job_name, job_path, job_text, program_text, taken_up_at)
				values ('world', '', '', '', cast(? as timestamptz))
				""").param(instant).update();
	}

	private void ran(String businessDate, String postedAt) {
		assertThat(this.installation.run(this.job.path(), LocalDate.parse(businessDate)).state())
			.isEqualTo(RunState.COMPLETED);
		this.installation.jdbc().sql("""
				update run set started_at = cast(:at as timestamptz), posted_at = cast(:at as timestamptz)
				where run_no = (select max(run_no) from run)
				""").param("at", postedAt).update();
	}

	private List<String> late(String now) {
		return lateJobs(now).of(List.of(this.job))
			.stream()
			.map((late) -> late.job() + " " + late.day() + " for " + late.businessDate())
			.toList();
	}

	private void tell(String now) {
		lateJobs(now).tell(List.of(this.job), this.installation.bean(Alerts.class), this.said::add);
	}

	private LateJobs lateJobs(String now) {
		return new LateJobs(this.installation.database().dataSource(), Clock.fixed(Instant.parse(now), ZoneOffset.UTC));
	}

	private String told() throws IOException {
		return Files.readString(this.folder.resolve("told.json"));
	}

}
