package dev.tieout.scenario;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import dev.tieout.operations.Alerts;
import dev.tieout.operations.RunObserver;
import dev.tieout.operations.RunResult;
import dev.tieout.operations.RunState;
import dev.tieout.configuration.JobFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Who is told when runs end as they should not. */
class NotifyScenarioTests {

	private static final LocalDate DATE = LocalDate.of(2025, 3, 1);

	private static final String ORDER = "1,2025-02-01T00:00:00Z,kim@x.example,USD,10.00,10.00,paid";

	private static final String TELL = """
			notify:
			  on: [failed, missing]
			  command: [sh, -c, "cat >> told.json"]
			  timeout: 30s
			""";

	@TempDir
	private Path folder;

	private Installation installation;

	@BeforeEach
	void install() {
		this.installation = Installation.fresh();
	}

	@AfterEach
	void close() {
		this.installation.close();
	}

	@Test
	void aRunThatCompletesTellsNobody() throws IOException {
		Site site = site(TELL).orders("orders-web-1.csv", ORDER);
		assertThat(this.installation.run(site.job(), DATE).state()).isEqualTo(RunState.COMPLETED);
		assertThat(told()).isEmpty();
		assertThat(alerts()).isEmpty();
	}

	@Test
	void aMissingFileIsToldOnceAndRecorded() throws IOException {
		Site site = site("  require-new-orders: true\n" + TELL);
		RunResult result = this.installation.run(site.job(), DATE);
		assertThat(result.state()).isEqualTo(RunState.FAILED);
		assertThat(told()).containsOnlyOnce("\"event\" : \"missing\"")
			.contains("\"run\" : 1", "\"state\" : \"FAILED\"", "MISSING_FILE", "\"businessDate\" : \"2025-03-01\"");
		assertThat(alerts()).containsExactly("missing 1 told");
	}

	@Test
	void aFailedRunIsToldWithItsSentence() throws IOException {
		Site site = site(TELL).file("orders-web-1.csv", "no,such,columns\n1,2,3\n");
		RunResult result = this.installation.run(site.job(), DATE);
		assertThat(result.state()).isEqualTo(RunState.FAILED);
		assertThat(told()).containsOnlyOnce("\"event\" : \"failed\"").contains("orders-web-1.csv");
		assertThat(alerts()).containsExactly("failed 1 told");
	}

	@Test
	void reportsThatCannotBeWrittenAreToldAlsoWhenTheRunIsResumed() throws IOException {
		Site site = site(TELL).orders("orders-web-1.csv", ORDER);
		Sabotage.trigger(this.installation, "no_reports", "before update of reports on run for each row",
				"raise exception 'the reports of kim@x.example are in the way';");
		RunResult result = this.installation.run(site.job(), DATE);
		assertThat(result.state()).isEqualTo(RunState.POSTED);
		assertThat(told()).contains("\"state\" : \"POSTED\"", "\"exitCode\" : 5");
		this.installation.operations().resume(result.run(), Installation.TESTER, RunObserver.SILENT);
		assertThat(alerts()).containsExactly("failed 1 told", "failed 1 told");
	}

	@Test
	void aCommandThatFailsChangesNoRun() throws IOException {
		Site site = site("  require-new-orders: true\n" + TELL.replace("cat >> told.json", "exit 3"));
		RunResult result = this.installation.run(site.job(), DATE);
		assertThat(result.state()).isEqualTo(RunState.FAILED);
		assertThat(result.error()).get().asString().startsWith("MISSING_FILE");
		assertThat(alerts()).containsExactly("missing 1 'sh' ended with exit code 3");
	}

	@Test
	void whatNobodyAskedForIsRecordedAndNotTold() throws IOException {
		Site site = site("  require-new-orders: true\n" + TELL.replace("failed, missing", "late"));
		this.installation.run(site.job(), DATE);
		site.job(Set.of("web"), "  require-new-orders: true\n");
		this.installation.run(site.job(), DATE);
		assertThat(told()).isEmpty();
		assertThat(alerts()).containsExactly("missing 1 notify.on does not ask for it",
				"missing 2 the job has no notify");
	}

	@Test
	void aMissingFileIsAFailureToAJobThatAsksForThoseOnly() throws IOException {
		Site site = site("  require-new-orders: true\n" + TELL.replace("failed, missing", "failed"));
		this.installation.run(site.job(), DATE);
		assertThat(told()).contains("\"event\" : \"missing\"");
	}

	@Test
	void aJobThatWasRefusedOnItsScheduleIsToldWithoutARun() throws IOException {
		JobFile job = JobFile.read(site(TELL).job());
		this.installation.bean(Alerts.class).notRun(job, "RULES_REWRITTEN: for kim@x.example");
		assertThat(told()).contains("\"run\" : null", "RULES_REWRITTEN: for (an address)");
		assertThat(alerts()).containsExactly("failed none told");
	}

	private Site site(String more) throws IOException {
		return Site.usual(this.folder).job(Set.of("web"), more);
	}

	private String told() throws IOException {
		Path file = this.folder.resolve("told.json");
		return Files.exists(file) ? Files.readString(file) : "";
	}

	private List<String> alerts() {
		return this.installation.jdbc().sql("""
				select event || ' ' || coalesce(run_no::text, 'none') || ' ' ||
				       coalesce(not_told, case when told_at is not null then 'told' end, 'open')
				from alert order by alert_no
				""").query(String.class).list();
	}

}
