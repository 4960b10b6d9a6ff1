package dev.tieout.audit.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import javax.sql.DataSource;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.tieout.audit.Export;
import dev.tieout.audit.Masking;
import dev.tieout.audit.RunSummary;
import dev.tieout.audit.file.ReportRequest.Format;
import dev.tieout.audit.jdbc.ReportReading;
import dev.tieout.audit.jdbc.RunSummaries;
import dev.tieout.audit.jdbc.World;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

class RunReportsIntegrationTests {

	private static final String FOLDER = "run-000002-2026-10-31-nightly";

	private static DataSource dataSource;

	@TempDir
	private Path directory;

	@BeforeAll
	static void create() {
		dataSource = World.create();
	}

	private Path write(Set<Format> formats, List<Path> parts) throws Exception {
		RunSummary summary = new RunSummaries(dataSource).of(2).orElseThrow();
		return new RunReports(dataSource, World.CLOCK).write(
				new ReportRequest(summary, this.directory.resolve("reports"), formats, Masking.NONE, parts, 400),
				() -> new ReportReading(dataSource).of(summary));
	}

	private static List<String> names(Path folder) throws IOException {
		try (Stream<Path> files = Files.list(folder)) {
			return files.map((file) -> file.getFileName().toString()).sorted().toList();
		}
	}

	@Test
	void aRunHasAFolderOfItsOwnThatOnlyItsOwnerReads() throws Exception {
		Path folder = write(Set.of(Format.HTML, Format.CSV), List.of());
		assertThat(folder).isEqualTo(this.directory.resolve("reports").resolve(FOLDER));
		assertThat(names(folder)).containsExactly("SHA256SUMS", "audit.html", "connection-lines.csv",
				"control-totals.json", "decisions.csv", "files.csv", "ledger.csv", "rejects.csv");
		assertThat(names(this.directory.resolve("reports"))).containsExactly(FOLDER);
		assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder))).isEqualTo("rwx------");
		for (String name : names(folder)) {
			assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
				.isEqualTo("rw-------");
		}
	}

	@Test
	void theSumsAreThoseOfTheFiles() throws Exception {
		Path folder = write(Set.of(Format.HTML, Format.CSV), List.of());
		Process check = new ProcessBuilder("sha256sum", "--check", "--strict", "SHA256SUMS").directory(folder.toFile())
			.redirectErrorStream(true)
			.start();
		assertThat(new String(check.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
			.contains("decisions.csv: OK", "audit.html: OK");
		assertThat(check.waitFor()).isZero();
	}

	@Test
	void decisionsArePutTogetherFromTheirParts() throws Exception {
		Path first = Files.writeString(this.directory.resolve("part-1"), "web,1\n");
		Path second = Files.writeString(this.directory.resolve("part-2"), "web,2\n");
		Path folder = write(Set.of(Format.CSV), List.of(first, second));
		assertThat(folder.resolve("decisions.csv")).hasContent(Export.DECISIONS.header() + "\nweb,1\nweb,2\n");
		assertThat(folder.resolve("audit.html")).doesNotExist();
	}

	@Test
	void controlTotalsAreThereForMachines() throws Exception {
		Path folder = write(Set.of(Format.HTML), List.of());
		assertThat(names(folder)).containsExactly("SHA256SUMS", "audit.html", "control-totals.json");
		JsonNode json = JsonMapper.shared().readTree(folder.resolve("control-totals.json").toFile());
		assertThat(json.at("/verdict").asString()).isEqualTo("CLOSES");
		assertThat(json.at("/run/businessDate").asString()).isEqualTo("2026-10-31");
		assertThat(json.at("/run/postedAt").asString()).isEqualTo("2026-11-01T08:30:02Z");
		assertThat(json.at("/controlTotals/1/expected").asString()).isEqualTo("50.00");
		assertThat(json.at("/postedByType/0/amount/amount").asString()).isEqualTo("-2.25");
	}

	@Test
	void aCrashInTheMiddleLeavesNothingBehind() throws Exception {
		Path reports = Files.createDirectories(this.directory.resolve("reports"));
		Files.writeString(Files.createDirectory(reports.resolve("." + FOLDER + ".tmp")).resolve("ledger.csv"), "half");
		Files.writeString(Files.createDirectory(reports.resolve("." + FOLDER + ".former")).resolve("x"), "old");
		write(Set.of(Format.CSV), List.of());
		Path again = write(Set.of(Format.HTML), List.of());
		assertThat(names(reports)).containsExactly(FOLDER);
		assertThat(names(again)).contains("audit.html").doesNotContain("ledger.csv");
	}

	@Test
	void oldFoldersGoIfTheyHoldNothingOfAnybodyElse() throws Exception {
		Path reports = Files.createDirectories(this.directory.resolve("reports"));
		Path old = folder(reports, "run-000001-2025-01-01-nightly", 401);
		Path young = folder(reports, "run-000001-2025-01-02-nightly", 399);
		Path annotated = folder(reports, "run-000001-2025-01-03-nightly", 401);
		Files.writeString(annotated.resolve("my-notes.txt"), "keep");
		Path other = folder(reports, "statements", 401);
		write(Set.of(Format.HTML), List.of());
		assertThat(old).doesNotExist();
		assertThat(List.of(young, annotated, other)).allMatch(Files::exists);
	}

	private static Path folder(Path reports, String name, int days) throws IOException {
		Path folder = Files.createDirectory(reports.resolve(name));
		Files.writeString(folder.resolve("audit.html"), "x");
		Path sums = Files.writeString(folder.resolve("SHA256SUMS"), "0".repeat(64) + "  audit.html\n");
		Instant time = World.CLOCK.instant().minus(Duration.ofDays(days));
		Files.setLastModifiedTime(sums, FileTime.from(time));
		return folder;
	}

	@Test
	void aDirectoryThatIsAFileIsNamed() throws Exception {
		Files.writeString(this.directory.resolve("reports"), "a file");
		assertThatIOException().isThrownBy(() -> write(Set.of(Format.HTML), List.of()))
			.withMessageContaining("the reports of run 2 cannot be written to")
			.withMessageContaining("reports/" + FOLDER)
			.withMessageContaining("tieout runs resume 2");
	}

}
