package dev.tieout;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import dev.tieout.cli.Cli;
import dev.tieout.cli.Console;
import dev.tieout.database.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/** The commands as they are, on the sample data and a real database. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CommandLineIntegrationTests {

	private Path home = Path.of("");

	private final Map<String, String> environment = TestDatabase.fresh().environment();

	private Outcome first = new Outcome(-1, "", "");

	@BeforeAll
	void firstNight(@TempDir Path directory) throws IOException {
		this.home = directory.toRealPath();
		for (String folder : List.of("jobs", "sample-data")) {
			copy(Path.of(folder), this.home.resolve(folder));
		}
		this.first = tieout("run", "nightly", "--business-date", "2026-10-31");
	}

	@Test
	void aRunPrintsWhatItReadJudgedAndPostedAndThatItCloses() {
		assertThat(this.first.code()).as(this.first.err()).isZero();
		assertThat(this.first.out()).startsWith("Run 1 of job nightly: COMPLETED")
			.contains("Business date 2026-10-31", "Read  9 files", "Rejected records  20", "Credited  159 of 341",
					"Not credited  182 of 341", "Posted  159 entries", "Does it close?  yes, all ",
					this.home + "/reports/run-000001-2026-10-31-nightly");
		assertThat(this.first.out().lines()).allSatisfy((line) -> assertThat(line).hasSizeLessThanOrEqualTo(100));
		assertThat(this.first.err()).startsWith("tieout: Run 1 begins.").doesNotContain("WARN", "ERROR", "Exception");
	}

	@Test
	void theSameRunAgainPostsNothingAndSaysSo() {
		Outcome again = tieout("run", "nightly", "--business-date", "2026-10-31");
		assertThat(again.code()).isZero();
		assertThat(again.out()).contains(
				"Nothing new: 0 files to read (9 files known from earlier), 0 customers due; nothing was posted.");
	}

	@Test
	void aRunAsJsonNamesNoCustomer() {
		Outcome run = tieout("run", "nightly", "--business-date", "2026-10-31", "--json");
		JsonNode json = JsonMapper.shared().readTree(run.out());
		assertThat(json.get(0).get("verdict").asString()).isEqualTo("CLOSES");
		assertThat(json.get(0).get("run").get("state").asString()).isEqualTo("COMPLETED");
		assertThat(run.out()).doesNotContain("@mail.example", "@correo.example");
	}

	@Test
	void anOrderIsExplained() {
		Outcome explained = tieout("explain", "#1001");
		assertThat(explained.code()).isZero();
		assertThat(explained.out()).startsWith("Order web/").contains("PROGRAM_NOT_STARTED", "revisions", "ledger");
		assertThat(JsonMapper.shared().readTree(tieout("explain", "#1001", "--json").out()).has("decisions")).isTrue();
		Outcome unknown = tieout("explain", "nope");
		assertThat(unknown.code()).isEqualTo(1);
		assertThat(unknown.err())
			.isEqualTo("tieout: No order 'nope' has been imported. Name it by its id, its number, or as STORE/ID.\n");
	}

	@Test
	void runsAreListedAndShown() {
		assertThat(tieout("runs").out()).contains("nightly", "COMPLETED");
		assertThat(tieout("runs", "show", "1").out()).contains("run            1 of job nightly (run)", "reconcile",
				"shopify-2026-06-30.csv");
		Outcome none = tieout("runs", "show", "99");
		assertThat(none.code()).isEqualTo(1);
		assertThat(none.err()).contains("There is no run 99.");
		assertThat(tieout("runs", "resume", "1").code()).isEqualTo(3);
		assertThat(tieout("runs", "abandon", "1", "--reason", "test").code()).isEqualTo(3);
		assertThat(tieout("runs", "stop", "1").code()).isEqualTo(3);
	}

	@Test
	void connectionsAndBalancesAreTables() {
		Outcome connections = tieout("connections", "--limit", "1");
		assertThat(connections.out().lines()).hasSize(2);
		assertThat(connections.err()).contains("1 of ").contains(" are shown");
		assertThat(tieout("connections", "--customer", "nobody@mail.example").out())
			.isEqualTo("No such connections.\n");
		assertThat(tieout("balances", "--period", "2026-10").out()).startsWith("Period 2026-10; released by ")
			.contains("affiliate ", "closing", "ann@partners.example");
		JsonNode sheet = JsonMapper.shared().readTree(tieout("balances", "--json").out());
		assertThat(sheet.get("balances").get(0).get("closing").get("amount").isString()).isTrue();
	}

	@Test
	void aStatementIsPrintedOrWrittenForItsOwnerOnly() throws IOException {
		Outcome printed = tieout("statement", "ann@partners.example", "2026-10");
		assertThat(printed.code()).as(printed.err()).isZero();
		assertThat(printed.out()).startsWith("Statement of ann@partners.example (")
			.contains(", 2026-10\nNot closed yet", "payouts are not recorded here", "order credited");
		Path folder = this.home.resolve("statements");
		assertThat(tieout("statement", "--all", "2026-10", "--out", folder.toString()).err())
			.contains(" statements of ");
		String page = Files.readString(folder.resolve("statement-2026-10-ann@partners.example.html"));
		assertThat(page).contains("October 2026", "Payouts are not recorded here", "America/New_York")
			.doesNotContain("@mail.example", "@correo.example", "<script");
		Path one = this.home.resolve("one");
		assertThat(
				tieout("statement", "ann@partners.example", "2026-10", "--as-of", "2026-10-01", "--out", one.toString())
					.code())
			.isEqualTo(1);
		assertThat(tieout("statement", "ann@partners.example", "2026-10", "--out", one.toString()).code()).isZero();
		assertThat(Files.getPosixFilePermissions(this.home.resolve("one.html"))).hasSize(2);
		assertThat(Files.getPosixFilePermissions(this.home.resolve("one.csv"))).hasSize(2);
	}

	@Test
	void aStatementOfNobodyEndsWithOneAndAWrongOneWithTwo() {
		Outcome unknown = tieout("statement", "nobody@partners.example", "2026-10");
		assertThat(unknown.code()).isEqualTo(1);
		assertThat(unknown.err()).startsWith("tieout: No affiliate 'nobody@partners.example' was known");
		assertThat(tieout("statement", "ann@partners.example").code()).isEqualTo(2);
		assertThat(tieout("statement", "ann@partners.example", "october").err()).contains("'october' is not a month");
		assertThat(tieout("statement", "--all", "2026-10").err()).contains("--out DIR");
		assertThat(tieout("export", "files", "--as-of", "2026-10-31").code()).isEqualTo(2);
		assertThat(tieout("export", "journal").code()).isEqualTo(2);
	}

	@Test
	void aBalanceIsExplainedMovementByMovement() {
		Outcome told = tieout("explain", "--affiliate", "ann@partners.example", "--month", "2026-10");
		assertThat(told.code()).as(told.err()).isZero();
		assertThat(told.out()).contains("Opening ", "Closing ", "Released ", "On hold ", "commission, order credited")
			.doesNotContain("@mail.example");
		assertThat(tieout("explain", "--affiliate", "ann@partners.example").code()).isEqualTo(2);
		assertThat(tieout("explain", "--affiliate", "nobody@partners.example", "--month", "2026-10").code())
			.isEqualTo(1);
	}

	@Test
	void aJournalGoesToAGeneralLedger() {
		assertThat(tieout("export", "journal", "--period", "2026-10").out()).startsWith("date,reference,account,")
			.contains(",Commission expense,ann@partners.example,USD,", ",Affiliate payable,");
		assertThat(tieout("export", "journal", "--period", "2026-10", "--format", "hledger").out())
			.contains("account liabilities:affiliates:ann@partners.example", "Not closed yet");
		assertThat(tieout("export", "ledger", "--as-of", "2026-01-01").out()).hasLineCount(1);
	}

	@Test
	void anExportGoesToStandardOutputOrAFile() {
		Outcome printed = tieout("export", "ledger");
		assertThat(printed.code()).isZero();
		assertThat(printed.out().lines()).hasSize(160).first().asString().startsWith("entry,run,type,store,order_id");
		Path file = this.home.resolve("ledger.csv");
		assertThat(tieout("export", "ledger", "--out", file.toString()).err())
			.isEqualTo("tieout: 159 rows written to " + file + "\n");
		assertThat(file).hasContent(printed.out());
	}

	@Test
	void requestsAndForgettingLeaveANumberedRecord() {
		Outcome connected = tieout("connect", "ann@partners.example", "new@mail.example", "--reason", "ticket 4711",
				"--as", "Controller");
		assertThat(connected.code()).as(connected.err()).isZero();
		assertThat(connected.out()).containsPattern("^Operation [0-9]+: connect as of ");
		assertThat(tieout("export", "operations").out()).contains("Controller", "ticket 4711");
		Outcome unknown = tieout("forget", "nobody@mail.example", "--reason", "asked");
		assertThat(unknown.code()).isEqualTo(3);
		assertThat(unknown.err()).isEqualTo("tieout: No customer has the address 'nobody@mail.example'.\n");
	}

	@Test
	void theLedgerProvesItselfAndTheHeadIsInEveryReport() throws IOException {
		Path reports = this.home.resolve("reports");
		String known = Files.readAllLines(reports.resolve("seals.txt")).get(0);
		String head = known.substring(known.lastIndexOf(' ') + 1);
		assertThat(this.first.out()).contains("seal 1: " + head);
		Path ofTheRun = reports.resolve("run-000001-2026-10-31-nightly");
		assertThat(ofTheRun.resolve("audit.html")).content().contains("Seal 1, the head", head);
		assertThat(ofTheRun.resolve("control-totals.json")).content().contains(head);
		Outcome verified = tieout("verify", "--against", reports.resolve("seals.txt").toString());
		assertThat(verified.code()).as(verified.out()).isZero();
		assertThat(verified.out()).startsWith("The ledger proves itself: ").contains("159 entries", "Head: seal ");
		assertThat(JsonMapper.shared().readTree(tieout("verify", "--json").out()).get("findings")).isEmpty();
		Path other = this.home.resolve("other-seals.txt");
		Files.writeString(other, known.replace("seal 1 ", "seal 99 ") + "\nnonsense\n");
		Outcome differs = tieout("verify", "--against", other.toString());
		assertThat(differs.code()).isEqualTo(1);
		assertThat(differs.out()).startsWith("The ledger is not what was sealed")
			.contains("line 2 of other-seals.txt: is no seal", "seal 99: of run 1,", "not in the database");
		assertThat(tieout("verify", "--against", this.home + "/none.txt").code()).isEqualTo(1);
	}

	@Test
	void theAuditComputesEverythingAgain() {
		Outcome audited = tieout("audit");
		assertThat(audited.code()).as(audited.out()).isZero();
		assertThat(audited.out()).startsWith("Everything is as it is computed again\ncheck ")
			.containsPattern("\nnets +[0-9]+ +0 +order, affiliate, currency +entries add up");
		var checks = JsonMapper.shared().readTree(tieout("audit", "--json").out()).get("checks");
		assertThat(checks).isNotEmpty().allSatisfy((check) -> assertThat(check.get("differing").asInt()).isZero());
	}

	@Test
	void aRunLeavesEvidenceForItsOwnerOnly() throws IOException {
		Path zip = this.home.resolve("run-1.zip");
		Outcome packed = tieout("evidence", "1", "--out", zip.toString());
		assertThat(packed.code()).as(packed.err()).isZero();
		assertThat(packed.err()).matches("tieout: [0-9]+ files packed into .*run-1.zip\n");
		assertThat(Files.getPosixFilePermissions(zip)).isEqualTo(PosixFilePermissions.fromString("rw-------"));
		Outcome none = tieout("evidence", "99", "--out", zip.toString());
		assertThat(none.code()).isEqualTo(3);
		assertThat(none.err()).startsWith("tieout: Run 99 has no seal");
	}

	@Test
	void editionsAreListedShownAndCompared() {
		String hash = JsonMapper.shared().readTree(tieout("program", "--json").out()).get(0).get("hash").asString();
		assertThat(tieout("program").out()).contains(hash.substring(0, 12), "accepted");
		assertThat(tieout("program", "show", hash.substring(0, 6)).out()).contains("America/New_York");
		assertThat(tieout("program", "show", hash, "--source").out()).contains("# The affiliate program");
		assertThat(tieout("program", "diff", hash, hash).err()).contains("The editions do not differ.");
		assertThat(tieout("program", "accept", "nightly", "--reason", "none").code()).isEqualTo(3);
	}

	@Test
	void whatIsWrongWithAJobEndsWithTwo() {
		Outcome unknown = tieout("run", "nightli");
		assertThat(unknown.code()).isEqualTo(2);
		assertThat(unknown.err()).contains("'nightli' is not a job here (did you mean 'nightly'?)");
	}

	@Test
	void aDatabaseThatIsNotThereIsOneSentence() {
		Map<String, String> nowhere = Map.of("SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:1/nowhere");
		for (String[] command : List.of(new String[] { "runs" }, new String[] { "run", "nightly" })) {
			Outcome outcome = tieout(nowhere, command);
			assertThat(outcome.code()).isEqualTo(1);
			assertThat(outcome.out()).isEmpty();
			assertThat(outcome.err()).startsWith("tieout: The database at 127.0.0.1:1/nowhere cannot be reached")
				.hasLineCount(1);
		}
	}

	private Outcome tieout(String... arguments) {
		return tieout(this.environment, arguments);
	}

	private Outcome tieout(Map<String, String> variables, String... arguments) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		ByteArrayOutputStream err = new ByteArrayOutputStream();
		Cli cli = new Cli(new ApplicationServices(variables), Console.of(out, err), Optional.empty());
		int code = cli.run(Stream.concat(Arrays.stream(arguments), Stream.of("--jobs", this.home + "/jobs"))
			.toArray(String[]::new));
		return new Outcome(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
	}

	private static void copy(Path from, Path to) throws IOException {
		try (Stream<Path> files = Files.walk(from)) {
			for (Path file : files.toList()) {
				Files.copy(file, to.resolve(from.relativize(file).toString()));
			}
		}
	}

	private record Outcome(int code, String out, String err) {

	}

}
