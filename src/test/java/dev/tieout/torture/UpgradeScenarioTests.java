package dev.tieout.torture;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.tieout.audit.Export;
import dev.tieout.database.OldDatabase;
import dev.tieout.database.TestDatabase;
import dev.tieout.operations.RunResult;
import dev.tieout.operations.RunState;
import dev.tieout.proof.Proof;
import dev.tieout.proof.ProofWatch;
import dev.tieout.proof.jdbc.Verification;
import dev.tieout.scenario.Installation;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Databases that each released version of the schema has left, with rows in all tables:
 * they come up to date, prove themselves, and go on.
 */
@ExtendWith(Replay.class)
class UpgradeScenarioTests {

	/** Nothing of Tieout's stands in these; V2 knew no month to close. */
	private static final Set<String> UNUSED = Set.of("qrtz_blob_triggers", "qrtz_calendars", "qrtz_cron_triggers",
			"qrtz_fired_triggers", "qrtz_job_details", "qrtz_paused_trigger_grps", "qrtz_scheduler_state",
			"qrtz_simple_triggers", "qrtz_simprop_triggers", "qrtz_triggers");

	private static final LocalDate NIGHT = LocalDate.of(2026, 3, 12);

	private static final String JOB = """
			job: nightly
			program: program.yml
			inputs:
			  connections: [connections-*.csv]
			  orders:
			    - {files: orders-*.csv, format: native, store: web}
			reports: {directory: reports}
			tuning: {chunk-size: 5, partitions: 2, wait-minutes: 0}
			""";

	@ParameterizedTest
	@ValueSource(ints = { 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12 })
	void aDatabaseOfAReleasedVersionGoesOn(int version, @TempDir Path folder) throws Exception {
		OldDatabase old = OldDatabase.of(version);
		assertThat(old.empty()).filteredOn((table) -> !(version == 2 && table.equals("period"))).isSubsetOf(UNUSED);
		TestDatabase database = old.upgraded();
		try (Installation tieout = Installation.on(database)) {
			List<String> entries = entries(tieout.jdbc());
			assertThat(entries).hasSizeGreaterThanOrEqualTo(10);
			assertThat(proof(database).findings()).isEmpty();
			RunResult night = tieout.run(site(folder, tieout.jdbc()), NIGHT);
			assertThat(night.error()).isEmpty();
			assertThat(night.state()).isEqualTo(RunState.COMPLETED);
			assertThat(entries(tieout.jdbc())).hasSizeGreaterThan(entries.size()).containsAll(entries);
			assertThat(tieout.export(Export.LEDGER)).contains(",late-1,");
			Proof proof = proof(database);
			assertThat(proof.findings()).isEmpty();
			assertThat(proof.unsealed()).isEmpty();
			assertThat(proof.entries()).isEqualTo(entries(tieout.jdbc()).size());
		}
		Figures.note("upgrades", "from V" + version, "verified, and went on");
	}

	private static List<String> entries(JdbcClient jdbc) {
		return jdbc.sql("select e::text from ledger_entry e order by entry_no").query(String.class).list();
	}

	private static Proof proof(TestDatabase database) {
		return new Verification(database.dataSource()).verify(Optional.empty(), ProofWatch.BLIND);
	}

	/** The job goes on under the program that was accepted last. */
	private static Path site(Path folder, JdbcClient jdbc) throws Exception {
		Files.writeString(folder.resolve("program.yml"), jdbc.sql("""
				select program_text from run u join program p on u.edition_no = p.accepted_edition
				order by run_no desc limit 1
				""").query(String.class).single());
		Files.writeString(folder.resolve("connections-3.csv"),
				"affiliate_email,customer_email,connected_at\nann@partners.example,late@home.example,2026-02-01\n");
		Files.writeString(folder.resolve("orders-3.csv"), """
				order_id,ordered_at,customer_email,currency,subtotal,total,status
				late-1,2026-03-01T10:00:00Z,late@home.example,USD,90.00,90.00,paid
				2,2026-01-20T10:00:00Z,lee@home.example,USD,50.00,50.00,refunded
				""");
		return Files.writeString(folder.resolve("nightly.yml"), JOB);
	}

}
