package dev.tieout.scenario;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import dev.tieout.operations.Evidence;
import dev.tieout.operations.RefusedException;
import dev.tieout.operations.RunState;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** A run's evidence is checked without Tieout, by the script that comes with it. */
class EvidenceScenarioTests {

	private static final LocalDate DATE = LocalDate.of(2025, 3, 1);

	@TempDir
	Path folder = Path.of("");

	private final Installation tieout = Installation.fresh();

	private final Evidence evidence = new Evidence(this.tieout.database().dataSource());

	@BeforeEach
	void twoNights() throws Exception {
		Site site = Site.usual(this.folder)
			.job(Set.of("web"), "reports: {directory: reports}\n")
			.connections("connections-1.csv", "ann@partners.example,kim1@x.example,2025-01-01,connect",
					"bob@partners.example,kim2@x.example,2025-01-01,connect")
			.orders("orders-web-1.csv", "1,2025-02-01T00:00:00Z,kim1@x.example,USD,10.00,10.00,paid",
					"2,2025-02-01T00:00:00Z,kim2@x.example,EUR,20.00,20.00,paid");
		assertThat(this.tieout.run(site.job(), DATE).state()).isEqualTo(RunState.COMPLETED);
		site.orders("orders-web-2.csv", "1,2025-02-01T00:00:00Z,kim1@x.example,USD,10.00,10.00,refunded",
				"3,2025-02-01T00:00:00Z,kim2@x.example,EUR,20.00,20.00,paid");
		assertThat(this.tieout.run(site.job(), DATE.plusDays(1)).state()).isEqualTo(RunState.COMPLETED);
	}

	@AfterEach
	void close() {
		this.tieout.close();
	}

	@Test
	void theScriptFindsThatEverythingHolds() throws Exception {
		Path unpacked = unpack(2);
		String hash = this.tieout.jdbc().sql("select hash from seal where seal_no = 2").query(String.class).single();
		assertThat(check(unpacked)).isEqualTo("""
				0: Everything holds. Seal 2 of run 2 has the hash
				%s
				which must be the one that was known outside the database: seals.txt, or a printed report.
				""".formatted(hash));
		assertThat(Files.readString(unpacked.resolve("entries.txt")).lines()).hasSize(2);
		assertThat(Files.readString(unpacked.resolve("README.txt")))
			.startsWith("Evidence of run 2, sealed with seal 2\n")
			.contains("operator         tester", "business_date    2025-03-02", "seals/seal-000002.txt");
		assertThat(Files.readString(unpacked.resolve("input-files.txt"))).contains("orders-web-2.csv");
		assertThat(names(unpacked)).contains("reports/control-totals.json", "reports/audit.html", "reports/ledger.csv",
				"seals/seal-000001.txt", "edition.txt", "job.yml");
	}

	@Test
	void theSameRunGivesTheSameBytes() throws Exception {
		assertThat(zip(1)).isEqualTo(zip(1));
		assertThat(check(unpack(1))).startsWith("0: Everything holds. Seal 1 of run 1");
	}

	@ParameterizedTest
	@CsvSource({ "entries.txt, 'USD\t-100', 'USD\t-900'", "files.txt, '\torders\t', '\tother\t'",
			"seals/seal-000001.txt, 'entries: 2', 'entries: 3'", "affiliates.txt, bob@, eve@", "edition.txt, 10%, 20%",
			"run.txt, tester, eve", "job.yml, world, other", "input-files.txt, '\t', '\tx'" })
	void whatWasChangedAfterwardsIsFoundEvenWithNewSums(String file, String from, String to) throws Exception {
		Path unpacked = unpack(2);
		Path changed = unpacked.resolve(file);
		String text = Files.readString(changed);
		assertThat(text).contains(from);
		Files.writeString(changed, text.replace(from, to));
		assertThat(check(unpacked)).startsWith("1: WRONG: a file is not what SHA256SUMS says");
		run(unpacked, "sh", "-c",
				"find . -type f ! -name SHA256SUMS | sed 's#^./##' | sort | xargs sha256sum > SHA256SUMS");
		assertThat(check(unpacked)).startsWith("1: WRONG: ");
	}

	@Test
	void whatIsNotAsItWasSealedHasNoEvidence() {
		this.tieout.database().asAdministrator("update ledger_entry set amount = 900 where entry_no = 3");
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> zip(2))
			.withMessageContaining("Run 2 is not what was sealed with seal 2");
		assertThatExceptionOfType(RefusedException.class).isThrownBy(() -> zip(9))
			.withMessageContaining("Run 9 has no seal");
	}

	private byte[] zip(int run) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		this.evidence.write(run, out);
		return out.toByteArray();
	}

	private Path unpack(int run) throws IOException {
		Path target = Files.createTempDirectory(this.folder, "evidence");
		try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(zip(run)))) {
			for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
				Path file = target.resolve(entry.getName());
				Files.createDirectories(file.getParent());
				Files.write(file, zip.readAllBytes());
			}
		}
		return target;
	}

	private static Set<String> names(Path unpacked) throws IOException {
		try (var files = Files.walk(unpacked)) {
			return new TreeSet<>(files.map((file) -> unpacked.relativize(file).toString()).toList());
		}
	}

	/** The script's exit code and what it says. */
	private static String check(Path unpacked) throws Exception {
		return run(unpacked, "sh", "check.sh");
	}

	private static String run(Path folder, String... command) throws Exception {
		Process process = new ProcessBuilder(List.of(command)).directory(folder.toFile()).start();
		String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
		return process.waitFor() + ": " + err.lines().filter((line) -> line.startsWith("WRONG")).findFirst().orElse("")
				+ out;
	}

}
