package dev.tieout.hostile;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import dev.tieout.database.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** A month's end as an operator sees it, each command a process of its own. */
class PeriodProcessScenarioTests {

	@TempDir
	Path folder = Path.of("");

	private final Map<String, String> environment = TestDatabase.fresh().environment();

	@BeforeEach
	void writeJob() throws Exception {
		write("program.yml", """
				program: main
				zone: America/New_York
				currency: USD
				rules:
				- effective-from: 2024-01-01
				  connect: {enabled: true}
				  commission: {rate: 10%}
				""");
		write("job.yml", """
				job: nightly
				program: program.yml
				inputs:
				  affiliates: affiliates.csv
				  connections: connections.csv
				  orders:
				  - {files: orders-*.csv, format: native, store: web}
				reports: {directory: reports, formats: [html, csv]}
				""");
		write("affiliates.csv", "affiliate_email\nann@partners.example\n");
		write("connections.csv", """
				affiliate_email,customer_email,connected_at
				ann@partners.example,kim@x.example,2025-01-10
				""");
		write("orders-1.csv",
				"order_id,ordered_at,customer_email,currency,subtotal,total,status\n"
						+ order("0", "2025-01-05T12:00:00Z") + order("1", "2025-02-01T04:59:59Z")
						+ order("2", "2025-02-01T05:00:00Z"));
	}

	@Test
	void aMonthIsClosedReopenedAndClosedAgain() throws Exception {
		assertThat(tieout(0, "period").output()).isEqualTo("No months yet: nothing has been posted.\n");
		tieout(0, "run", "job.yml", "--business-date", "2025-02-03");
		assertThat(tieout(3, "period", "close", "2025-02").errors()).isEqualTo("""
				tieout: 2025-02 is not closed:
				tieout:   2025-01 before it is open. Months are closed in order: tieout period close 2025-01
				""");
		assertThat(tieout(0, "period", "close", "2025-01", "--as", "Dana").output()).isEqualTo("""
				Operation 2: 2025-01 is closed, by closing 1. What comes later for its orders is posted to 2025-02.

				Balances after 2025-01, entries up to number 2; released by 2025-01-31, before any payout

				currency  opening  accrued  adjusted  reversed  closing  released
				USD          0.00     1.00      0.00      0.00     1.00      0.00

				By affiliate: tieout balances --period 2025-01
				""");
		assertThat(tieout(0, "balances", "--period", "2025-01").output()).startsWith(
				"Period 2025-01, closed (closing 1, operation 2, entries up to number 2); released by 2025-01-31 (America/New_York)");
		assertThat(tieout(0, "period", "reopen", "2025-01", "--reason", "one was missing").output()).isEqualTo(
				"Operation 3: 2025-01 is open again; closing 1 stays on record. Close it when all is posted: tieout period close 2025-01\n");
		write("orders-2.csv", "order_id,ordered_at,customer_email,currency,subtotal,total,status\n"
				+ order("3", "2025-01-20T12:00:00Z"));
		tieout(0, "run", "job.yml", "--business-date", "2025-02-04");
		assertThat(tieout(0, "period", "close", "2025-01").output()).endsWith("""

				Since closing 1, reopened by %s: one was missing
				1 entry, 1.00 USD

				entry  type     order  ordered on  affiliate               amount  run
				    3  ACCRUAL  web/3  2025-01-20  ann@partners.example  1.00 USD    2
				""".formatted(System.getProperty("user.name")));
		List<String> months = new ArrayList<>(tieout(0, "period").output().lines().toList());
		assertThat(months.get(0)).isEqualTo(
				"month    state   closing  closed at         by%s  entries  currency  accrued  adjusted  reversed   net"
					.formatted(" ".repeat(Math.max(0, System.getProperty("user.name").length() - 2))));
		assertThat(months.get(1)).startsWith("2025-01  closed        2  ")
			.endsWith("        2  USD          2.00      0.00      0.00  2.00");
		assertThat(months.get(2)).startsWith("2025-02  open ")
			.endsWith("        1  USD          1.00      0.00      0.00  1.00");
		JsonNode json = JsonMapper.shared().readTree(tieout(0, "period", "--json").output());
		assertThat(json.get("lines").get(0).get("closings").size()).isEqualTo(2);
		assertThat(json.get("lines").get(0).get("closings").get(1).get("reopened").get("reason").asString())
			.isEqualTo("one was missing");
	}

	@Test
	void aBackDatedRequestIsShownAndRecordedOnlyWithYes() throws Exception {
		tieout(0, "run", "job.yml", "--business-date", "2025-02-03");
		tieout(0, "period", "close", "2025-01");
		String[] connect = { "connect", "ann@partners.example", "kim@x.example", "--at", "2025-01-01", "--reason",
				"Ann's ticket" };
		TieoutProcess.Ended shown = tieout(3, connect);
		assertThat(shown.output()).isEqualTo(
				"""
						This request to connect as of 2025-01-01 00:00 would be CONNECTED (connected). Times are in America/New_York.

						order  ordered at        now                then
						web/0  2025-01-05 07:00  BEFORE_CONNECTION  CREDITED ann@partners.example 1.00 USD

						2 more orders would earn the same as now, explained otherwise: --json has them.

						entry    order  affiliate               amount  period   payable on
						ACCRUAL  web/0  ann@partners.example  1.00 USD  2025-02  2025-02-04

						connection            started           now                    then
						ann@partners.example  2025-01-10 00:00  without end, 2 orders  none
						ann@partners.example  2025-01-01 00:00  none                   without end, 3 orders

						earlier request  affiliate             at                now        then
						connect          ann@partners.example  2025-01-10 00:00  CONNECTED  DUPLICATE
						""");
		assertThat(shown.errors()).isEqualTo(
				"""
						tieout: Nothing was recorded: the request is back-dated. To record it, say so:
						tieout:   tieout connect ann@partners.example kim@x.example --at 2025-01-01 --reason 'Ann'\\''s ticket' --yes
						""");
		assertThat(tieout(0, "export", "operations").output()).doesNotContain(",connect,");
		List<String> yes = new ArrayList<>(List.of(connect));
		yes.add("--yes");
		assertThat(tieout(0, yes.toArray(String[]::new)).output())
			.startsWith("Operation 3: connect as of 2025-01-01T05:00:00Z.");
		TieoutProcess.Ended run = tieout(0, "run", "job.yml", "--business-date", "2025-02-04");
		assertThat(run.output()).contains("Posted  1 entry, 1.00 USD", "Entries of closed months  1", "CLOSED_PERIOD");
		assertThat(tieout(0, "explain", "web/0").output()).contains("2025-02 (order of 2025-01)");
		try (var reports = Files.walk(this.folder.resolve("reports"))) {
			Path page = reports.filter((file) -> file.endsWith("audit.html") && file.toString().contains("run-000002"))
				.findFirst()
				.orElseThrow();
			assertThat(page).content().contains("ordered on 2025-01-05, entry 3 posted to 2025-02");
		}
	}

	private TieoutProcess.Ended tieout(int code, String... arguments) throws Exception {
		try (TieoutProcess process = TieoutProcess.start(this.folder, this.environment, arguments)) {
			TieoutProcess.Ended ended = process.ended();
			assertThat(ended.exitCode()).as(ended.output() + ended.errors()).isEqualTo(code);
			return ended;
		}
	}

	private static String order(String id, String at) {
		return "%s,%s,kim@x.example,USD,10.00,10.00,paid%n".formatted(id, at);
	}

	private void write(String name, String text) throws Exception {
		Files.writeString(this.folder.resolve(name), text);
	}

}
