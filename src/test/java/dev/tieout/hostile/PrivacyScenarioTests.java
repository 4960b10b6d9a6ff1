package dev.tieout.hostile;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import dev.tieout.database.TestDatabase;
import dev.tieout.operations.RunState;
import dev.tieout.scenario.Installation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Where customers' addresses and names must not be. */
class PrivacyScenarioTests {

	private static final Path SAMPLE = Path.of("sample-data/inbox");

	@Test
	void maskedReportsNameNoCustomerInAnyFile(@TempDir Path folder) throws Exception {
		Path job = sample(folder, true);
		try (Installation tieout = Installation.fresh()) {
			assertThat(tieout.run(job, Inbox.NIGHT).state()).isEqualTo(RunState.COMPLETED);
			Set<String> secrets = secrets(tieout);
			assertThat(secrets).hasSizeGreaterThan(150).contains("harriet@home.example");
			List<Path> files = reports(folder);
			assertThat(files).extracting((file) -> String.valueOf(file.getFileName()))
				.contains("audit.html", "decisions.csv", "rejects.csv", "connection-lines.csv", "ledger.csv");
			for (Path file : files) {
				String text = Files.readString(file).toLowerCase(Locale.ROOT);
				assertThat(secrets.stream().filter(text::contains).map((secret) -> around(text, secret)))
					.as(file.toString())
					.isEmpty();
			}
		}
	}

	@Test
	void reportsAreTheirOwners(@TempDir Path folder) throws Exception {
		Path job = sample(folder, false);
		try (Installation tieout = Installation.fresh()) {
			tieout.run(job, Inbox.NIGHT);
			assertThat(Files.getPosixFilePermissions(folder.resolve("reports")))
				.isEqualTo(PosixFilePermissions.fromString("rwx------"));
			for (Path file : reports(folder)) {
				assertThat(Files.getPosixFilePermissions(file.getParent()))
					.isEqualTo(PosixFilePermissions.fromString("rwx------"));
				assertThat(Files.getPosixFilePermissions(file)).as(file.toString())
					.isEqualTo(PosixFilePermissions.fromString("rw-------"));
			}
		}
	}

	/** PostgreSQL tells with an error the row that it refused. */
	@Test
	void whatTheDatabaseRefusesIsToldWithoutTheRow(@TempDir Path folder) throws Exception {
		Inbox inbox = Inbox.in(folder, "web");
		inbox.orders("orders-1.csv", Inbox.order("1"), Inbox.order("7"));
		TestDatabase database = TestDatabase.fresh();
		org.springframework.jdbc.core.simple.JdbcClient owner = org.springframework.jdbc.core.simple.JdbcClient
			.create(database.ownerDataSource());
		owner.sql("alter table customer add constraint refused check (address <> 'customer-7@home.example')").update();
		String[] run = { "run", "job.yml", "--business-date", Inbox.NIGHT.toString() };
		try (TieoutProcess process = TieoutProcess.start(folder, database.environment(), run)) {
			TieoutProcess.Ended ended = process.ended();
			assertThat(ended.exitCode()).isEqualTo(1);
			assertThat(ended.output() + ended.errors()).contains("refused").doesNotContain("@home.example");
		}
		assertThat(owner.sql("select error from run").query(String.class).single()).doesNotContain("@");
		owner.sql("alter table customer drop constraint refused").update();
		try (TieoutProcess process = TieoutProcess.start(folder, database.environment(), run)) {
			assertThat(process.ended().exitCode()).isZero();
		}
	}

	/** The sample's job on one folder, with rejects of every kind of file. */
	private static Path sample(Path folder, boolean masked) throws IOException {
		for (String kind : List.of("jobs", "jobs/programs", "sample-data/inbox")) {
			Files.createDirectories(folder.resolve(kind));
			try (Stream<Path> files = Files.list(Path.of(kind))) {
				for (Path file : files.filter(Files::isRegularFile).toList()) {
					Files.copy(file, folder.resolve(kind).resolve(file.getFileName()));
				}
			}
		}
		try (Stream<Path> files = Files.list(folder.resolve("sample-data/inbox"))) {
			for (Path file : files.toList()) {
				Files.writeString(file, "harriet@home.example,\"Harriet Blackwood\",?\n", StandardCharsets.UTF_8,
						StandardOpenOption.APPEND);
			}
		}
		Path job = folder.resolve("jobs/nightly.yml");
		Files.writeString(job,
				Files.readString(job).replaceFirst("mask-customers: false", "mask-customers: " + masked));
		assertThat(SAMPLE).isDirectory();
		return job;
	}

	private static String around(String text, String secret) {
		int at = text.indexOf(secret);
		return text.substring(Math.max(0, at - 400), Math.min(text.length(), at + secret.length() + 20));
	}

	/** Addresses and names of all customers who are no affiliates. */
	private static Set<String> secrets(Installation tieout) {
		Set<String> secrets = new TreeSet<>(tieout.jdbc().sql("""
				select lower(t) from (select address t from customer union select as_written from customer
				                      union select name from customer where name like '% %') texts
				where length(t) > 4
				except select lower(address) from affiliate
				except select lower(name) from affiliate_row
				""").query(String.class).list());
		return secrets;
	}

	private static List<Path> reports(Path folder) throws IOException {
		try (Stream<Path> files = Files.walk(folder.resolve("reports"))) {
			return files.filter(Files::isRegularFile).toList();
		}
	}

}
