package dev.tieout.torture;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.tieout.Commands;
import dev.tieout.audit.jdbc.VitalSignsReader;
import dev.tieout.database.TestDatabase;
import dev.tieout.hostile.TieoutProcess;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Customers whose addresses and names are words that stand nowhere else, in cells that
 * are right, wrong, shifted, cut and written in every way; and then everything that
 * Tieout has written is searched for these words.
 */
@ExtendWith(Replay.class)
class PeopleScenarioTests {

	/** Parts of addresses and names, in lower case. */
	private static final List<String> WORDS = List.of("zqkim77", "zqlee77", "zqhome77", "quillfeather", "blackthornley",
			"zqjos");

	private static final String HEADER = "order_id,ordered_at,customer_email,customer_name,currency,subtotal,total,status,coupon_code,line_name\n";

	private static final String JOB = """
			job: nightly
			program: program.yml
			inputs:
			  affiliates: [affiliates.csv]
			  existing-customers: [existing*.csv]
			  connections: [connections*.csv]
			  orders:
			    - {files: orders*.csv, format: native, store: web}
			  reject-limit: 100%
			reports: {directory: reports, formats: [html, csv, xlsx], mask-customers: true}
			notify: {on: [failed], command: ["./told.sh"]}
			tuning: {wait-minutes: 0}
			""";

	private final TestDatabase database = TestDatabase.fresh();

	private final JdbcClient owner = JdbcClient.create(this.database.ownerDataSource());

	@TempDir
	Path folder = Path.of("");

	@BeforeEach
	void write() throws IOException {
		put("program.yml", """
				program: main
				zone: America/New_York
				currency: USD
				rules:
				  - effective-from: 2026-01-01
				    connect: {enabled: true}
				    commission: {rate: 10%}
				""");
		put("nightly.yml", JOB);
		Path told = put("told.sh", "#!/bin/sh\ncat >> told.txt\n");
		assertThat(told.toFile().setExecutable(true)).isTrue();
		put("affiliates.csv", "affiliate_email,coupon,effective_from\nann@partners.example,ANN10,2026-01-01\n");
		put("existing-1.csv",
				"Email,customer_since\nZqKim77@zqhome77.example,soon\nzqlee77 at zqhome77.example,2025-01-01\n");
		put("connections-1.csv", """
				affiliate_email,customer_email,customer_name,connected_at,action
				ann@partners.example,ZQKIM77@ZQHOME77.EXAMPLE,Zacharias Quillfeather,2026-01-05,connect
				ann@partners.example,zqlee77@zqhome77.example,Lee Blackthornley,yesterday,connect
				ann@partners.example,zqlee77@zqhome77.example,Lee Blackthornley,2026-01-05,zqlee77@zqhome77.example
				ann@partners.example,zqkim77 at zqhome77.example,Zacharias Quillfeather,2026-01-05,connect
				""");
		put("orders-1.csv", HEADER + orders());
	}

	private static String orders() {
		String kim = "zqkim77@zqhome77.example";
		StringBuilder orders = new StringBuilder()
			.append("1,2026-02-01,%s,Zacharias Quillfeather,USD,10.00,10.00,paid,,\n".formatted(kim))
			.append("2,2026-02-01,%s,Zacharias Quillfeather,USD,x,10.00,paid,,\n".formatted(kim))
			.append("3,2026-02-01,Zqkim77@Zqhome77.Example,,USD,10.00,10.00,pay,ANN10,\n")
			.append("4,%s,2026-02-01,Zacharias Quillfeather,USD,10.00,10.00,paid,,\n".formatted(kim))
			.append("5,2026-02-01,x,,%s,10.00,10.00,paid,,\n".formatted(kim))
			.append("6,2026-02-01,x,,USD,%s,%s,%s,,\n".formatted(kim, kim, kim))
			.append("7,2026-02-01,,ZACHARIAS QUILLFEATHER,USD,10.00,10.00,none,,\n")
			.append("8,2026-02-01,zqjos\u00e9@zqhome77.example,Lee Blackthornley,USD,10.00,10.00,paid,ANN10,\n")
			.append("9,2026-02-01,ZQJOSE\u0301@zqho\u200bme77.example,,USD,10.00,10.00,none,ANN10,\n")
			.append("10,2026-02-01,x,%s\",USD,10.00,10.00,paid,,\n".formatted(kim))
			.append("11,2026-02-01,x,,USD,10.00,10.00,none,,%s %s\n".formatted("y".repeat(3_930), kim));
		for (int i = 0; i < kim.length(); i++) {
			orders.append("c%d,2026-02-01,x,,USD,10.00,10.00,none,,%s %s%s%n".formatted(i, "y".repeat(3_950),
					"z".repeat(i % 8), kim));
		}
		return orders.toString();
	}

	private Path put(String name, String text) throws IOException {
		return Files.writeString(this.folder.resolve(name), text);
	}

	/** Runs a process and answers what it said. */
	private String process(int code, String... words) throws Exception {
		try (TieoutProcess process = TieoutProcess.start(this.folder, this.database.environment(), words)) {
			TieoutProcess.Ended ended = process.ended();
			assertThat(ended.exitCode()).as(ended.output() + ended.errors()).isEqualTo(code);
			return ended.output() + ended.errors();
		}
	}

	@Test
	void nothingThatIsWrittenNamesACustomer() throws Exception {
		String[] run = { "run", "nightly.yml", "--jobs", ".", "--debug", "--business-date", "2026-03-01" };
		this.owner.sql("alter table customer add constraint refused check (address not like 'zqkim77%')").update();
		List<String> said = new ArrayList<>(List.of(process(1, run)));
		this.owner.sql("alter table customer drop constraint refused").update();
		said.add(process(0, run));
		put("orders-2.csv",
				HEADER + "20,2026-02-01,\"zqkim77@zqhome77.example,Zacharias Quillfeather,USD,1,1,paid,,\n");
		said.add(process(1, run));
		said.add(Files.readString(this.folder.resolve("told.txt")));
		said.add(new VitalSignsReader(this.database.dataSource(), Clock.systemUTC()).read().toString());
		assertThat(found(String.join("\n", said))).isEmpty();
		assertThat(said.get(3)).contains("\"event\" : \"failed\"");
		assertThat(rows(List.of("customer", "reject"))).isEmpty();
		assertThat(rows(List.of())).isNotEmpty();
		assertThat(found(this.owner.sql("select detail from reject").query(String.class).list().toString())).isEmpty();
		int files = maskedReports();
		assertThat(files).isGreaterThan(8);
		Figures.note("people", "masked reports searched for a customer's words", files);
	}

	private int maskedReports() throws IOException {
		int files = 0;
		try (Stream<Path> reports = Files.walk(this.folder.resolve("reports"))) {
			for (Path file : reports.filter(Files::isRegularFile).toList()) {
				// The mask leaves the domain: a***@example.com.
				assertThat(found(text(file))).as(file.toString()).isSubsetOf("zqhome77");
				files++;
			}
		}
		return files;
	}

	/** The text of a file, unpacked where it is a workbook. */
	private static String text(Path file) throws IOException {
		if (!file.toString().endsWith(".xlsx")) {
			return Files.readString(file);
		}
		StringBuilder text = new StringBuilder();
		try (ZipFile workbook = new ZipFile(file.toFile())) {
			for (ZipEntry entry : Collections.list(workbook.entries())) {
				text.append(new String(workbook.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
			}
		}
		return text.toString();
	}

	@Test
	void whoIsForgottenStandsNowhereAndDoesNotComeBack() throws Exception {
		Commands commands = new Commands(this.database.environment(), this.folder);
		String jobs = this.folder.toString();
		String[] run = { "run", "nightly.yml", "--jobs", jobs, "--business-date", "2026-03-01" };
		assertThat(commands.run(run).code()).isZero();
		for (String customer : List.of("ZQkim77@zqhome77.example", "zqlee77@zqhome77.example",
				"zqJOS\u00c9@zqhome77.example", "zqkim77 at zqhome77.example", "zqlee77 at zqhome77.example")) {
			commands.run("forget", customer, "--reason", "asked", "--jobs", jobs);
		}
		assertThat(rows(List.of())).isEmpty();
		// A name alone cannot be known again: only the address's hash is kept.
		put("orders-3.csv", HEADER + orders().replace("10.00", "11.00").replace("ZACHARIAS QUILLFEATHER", "x"));
		assertThat(commands.run(run).code()).isZero();
		assertThat(this.owner.sql("select count(*) from order_revision where total = 1100").query(Long.class).single())
			.isPositive();
		assertThat(rows(List.of())).isEmpty();
		assertThat(commands.run("verify", "--jobs", jobs).code()).isZero();
		this.owner.sql("vacuum full").update();
		this.database.asAdministrator("checkpoint");
		assertThat(pages()).isEmpty();
	}

	/** Rows of all tables with a customer's word in them, but for some tables. */
	private List<String> rows(List<String> aside) {
		List<String> found = new ArrayList<>();
		for (String table : this.owner
			.sql("select relname from pg_class where relnamespace = 'tieout'::regnamespace and relkind = 'r'")
			.query(String.class)
			.list()) {
			if (!aside.contains(table)) {
				for (String row : this.owner.sql("select t::text from " + table + " t").query(String.class).list()) {
					found(row).forEach((word) -> found.add(table + ": " + word + " in " + row));
				}
			}
		}
		return found;
	}

	/** The database's own files, indexes included, with a customer's word in them. */
	private List<String> pages() throws IOException, SQLException {
		List<String> found = new ArrayList<>();
		Path base = Path.of(this.database.administratorAnswers("show data_directory"), "base", this.database
			.administratorAnswers("select oid::text from pg_database where datname = current_database()"));
		try (Stream<Path> files = Files.list(base)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
				found(bytes).forEach((word) -> found.add(file.getFileName() + ": " + word));
			}
		}
		return found;
	}

	private static List<String> found(String text) {
		String lower = text.toLowerCase(Locale.ROOT);
		return WORDS.stream().filter(lower::contains).toList();
	}

}
