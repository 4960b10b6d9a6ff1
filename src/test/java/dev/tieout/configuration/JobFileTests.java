package dev.tieout.configuration;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import dev.tieout.attribution.OrderStatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class JobFileTests {

	private static final Path PATH = Path.of("jobs/nightly.yml");

	private static final Environment ENVIRONMENT = (name) -> Optional.ofNullable(Map.of("TOKEN", "hunter2").get(name));

	private static final String LEAST = """
			job: nightly
			program: programs/main.yml
			inputs:
			""";

	@Test
	void readsEveryKey() {
		JobFile job = parse(Samples.JOB);
		assertThat(job.name()).isEqualTo("nightly");
		assertThat(job.description()).isEqualTo("Reconcile yesterday's orders");
		assertThat(job.text()).isEqualTo(Samples.JOB);
		assertThat(job.program().path()).isEqualTo(Path.of("jobs/programs/main.yml"));
		assertThat(job.program().text()).isEqualTo(Samples.PROGRAM);
		assertThat(job.schedule())
			.contains(new Schedule("0 30 4 * * ?", Misfire.RUN_ONCE, Optional.of(LocalTime.of(6, 0))));
		assertThat(job.inputs().affiliates()).hasToString("[../data/affiliates.csv]");
		assertThat(job.inputs().rejectLimit()).isEqualTo(RejectLimit.DEFAULT);
		assertThat(job.reports().directory()).isEqualTo(Path.of("reports"));
		assertThat(job.reports().formats()).containsExactlyInAnyOrder(ReportFormat.HTML, ReportFormat.CSV);
		assertThat(job.notification().map(Notification::timeout)).contains(Duration.ofSeconds(10));
		assertThat(job.tuning()).isEqualTo(new Tuning(2000, 2, 30));
	}

	@Test
	void readsOrderInputs() {
		List<OrderInput> orders = parse(Samples.JOB).inputs().orders();
		OrderInput shopify = orders.get(0);
		assertThat(shopify.format()).isEqualTo(OrderFormat.SHOPIFY);
		assertThat(shopify.store()).isEqualTo("web");
		assertThat(shopify.asOf()).contains(new AsOf("shopify-(yyyy-MM-dd).csv"));
		assertThat(shopify.pricesIncludeTax()).isEqualTo(PricesIncludeTax.DETECT);
		assertThat(shopify.orderId()).isEqualTo(OrderIdColumn.ID);
		OrderInput mapped = orders.get(1);
		assertThat(mapped.timestamp()).contains("dd/MM/yyyy HH:mm");
		assertThat(mapped.pricesIncludeTax()).isEqualTo(PricesIncludeTax.NO);
		assertThat(mapped.columns()).containsEntry("order_id", "No").hasSize(7);
		assertThat(mapped.statuses()).isEqualTo(Map.of("done", OrderStatus.PAID, "0", OrderStatus.PENDING));
	}

	@Test
	void whatIsLeftOutTakesItsDefault() {
		JobFile job = parse(LEAST);
		assertThat(job.schedule()).isEmpty();
		assertThat(job.notification()).isEmpty();
		assertThat(job.inputs())
			.isEqualTo(new Inputs(List.of(), List.of(), List.of(), List.of(), RejectLimit.DEFAULT, false));
		assertThat(job.reports().keepDays()).isEqualTo(400);
		assertThat(job.tuning()).isEqualTo(new Tuning(5000, Runtime.getRuntime().availableProcessors(), 30));
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					job: nightly|job: -x|1: job: '-x' is not a name; expected letters, digits, '.', '_' and '-', a letter or digit first, at most 64
					job: nightly|jobs: nightly|1: job: is missing; expected letters, digits, '.', '_' and '-', a letter or digit first, at most 64
					program: programs/main.yml|# none|1: program: is missing; expected the path of a program file
					program: programs/main.yml|program:|3: program: is empty; expected a path, relative to the file it stands in
					"0 30 4 * * ?"|"30 4 * * *"|5: schedule.cron: '30 4 * * *' is not a Quartz cron expression; expected seconds, minutes, hours, day of month, month, day of week, one of the two days '?', such as "0 30 4 * * ?"
					"0 30 4 * * ?"|"0 30 4 * * *"|5: schedule.cron: '0 30 4 * * *' is not a Quartz cron expression; expected seconds, minutes, hours, day of month, month, day of week, one of the two days '?', such as "0 30 4 * * ?"
					misfire: run-once|misfire: run_once|6: schedule.misfire: 'run_once' is not an answer to a missed time; expected one of run-once, skip
					"06:00"|6:00|7: schedule.late-after: '6:00' is not a time of day; expected hours and minutes such as "06:00"
					"06:00"|24:00|7: schedule.late-after: '24:00' is not a time of day; expected hours and minutes such as "06:00"
					[../data/affiliates.csv]|[""]|9: inputs.affiliates[1]: is empty; expected a path, relative to the file it stands in
					[../data/affiliates.csv]|{a: b}|9: inputs.affiliates: is a mapping; expected a path, relative to the file it stands in
					files: ../data/orders/shopify-*.csv|files: []|13: inputs.orders[1].files: is empty; expected a path or a list of paths
					files: ../data/orders/shopify-*.csv|file: x.csv|13: inputs.orders[1].files: is missing; expected a path or a list of paths
					format: shopify|format: Shopify|14: inputs.orders[1].format: 'Shopify' is not a format; expected one of native, shopify, woocommerce, mapped
					store: web|store: web shop|15: inputs.orders[1].store: 'web shop' is not a name; expected letters, digits, '.', '_' and '-', a letter or digit first, at most 64
					store: web|store: other|19: inputs.orders[2].store: 'other' is read in two formats or by two id columns; expected another store code for one of them
					shopify-(yyyy-MM-dd).csv|shopify-yyyy.csv|16: inputs.orders[1].as-of: 'shopify-yyyy.csv' is not a file name with a date pattern; expected a name with one date pattern in parentheses, such as shopify-(yyyy-MM-dd).csv
					as-of: shopify-(yyyy-MM-dd).csv|order-id: Number|16: inputs.orders[1].order-id: 'Number' is not an id column; expected Id or Name
					as-of: shopify-(yyyy-MM-dd).csv|timestamp: yyyy-MM-dd|16: inputs.orders[1].timestamp: 'yyyy-MM-dd' does not go with format: shopify; expected this key only with format: woocommerce or mapped
					as-of: shopify-(yyyy-MM-dd).csv|statuses: {a: paid}|16: inputs.orders[1].statuses: does not go with format: shopify; expected this key only with format: mapped
					as-of: shopify-(yyyy-MM-dd).csv|prices-include-tax: true|16: inputs.orders[1].prices-include-tax: 'true' is not an answer; expected one of yes, no, detect
					as-of: shopify-(yyyy-MM-dd).csv|zone: EDT|16: inputs.orders[1].zone: 'EDT' is not a time zone; expected an IANA zone such as America/New_York or UTC
					dd/MM/yyyy HH:mm|dd/MM/yyyy hh:mm|20: inputs.orders[2].timestamp: 'dd/MM/yyyy hh:mm' is not a timestamp pattern; expected a pattern with year, month and day, such as dd/MM/yyyy HH:mm
					dd/MM/yyyy HH:mm|dd/mm/yyyy|20: inputs.orders[2].timestamp: 'dd/mm/yyyy' is not a timestamp pattern; expected a pattern with year, month and day, such as dd/MM/yyyy HH:mm
					total: Sum, status: State}|total: Sum}|21: inputs.orders[2].columns.status: is missing; expected the header of its column
					{Done: paid,|{Done: Paid,|22: inputs.orders[2].statuses.Done: 'Paid' is not a status; expected one of paid, partially_refunded, pending, refunded, cancelled, failed
					{Done: paid,|{Done: paid, DONE: failed,|22: inputs.orders[2].statuses.DONE: 'failed' is a second status for one word; expected each word once, in any case
					reject-limit: 1%|reject-limit: 1.5|23: inputs.reject-limit: '1.5' is not a limit; expected a percentage such as 1% or a whole number of records such as 25
					require-new-orders: false|require-new-orders: no|24: inputs.require-new-orders: 'no' is not a yes or no; expected true or false
					formats: [html, csv]|formats: [html, pdf]|27: reports.formats[2]: 'pdf' is not a report format; expected one of html, csv, xlsx
					formats: [html, csv]|formats: []|27: reports.formats: is empty; expected a list with at least one value, one of html, csv, xlsx
					keep-days: 400|keep-days: 0|29: reports.keep-days: '0' is not a number in bounds; expected a whole number from 1 to 36500
					on: [failed, late, missing]|on: [failed, done]|31: notify.on[2]: 'done' is not a cause; expected one of failed, late, missing
					[/usr/local/bin/page-someone, --urgent]|[]|32: notify.command: is empty; expected a program and its arguments, such as [/usr/local/bin/page-someone, --urgent]
					[/usr/local/bin/page-someone, --urgent]|[page, "${env:PAGER}"]|32: notify.command[2]: '${env:PAGER}' needs the environment variable PAGER, which is not set or empty; expected it to be set
					[/usr/local/bin/page-someone, --urgent]|[page, "${env:pa ger}"]|32: notify.command[2]: '${env:pa ger}' has no usable reference to the environment; expected ${env:NAME}
					timeout: 10s|timeout: 10|33: notify.timeout: '10' is not a duration; expected seconds or minutes such as 10s or 2m, at most 60m
					timeout: 10s|timeout: 61m|33: notify.timeout: '61m' is not a duration; expected seconds or minutes such as 10s or 2m, at most 60m
					chunk-size: 2000|chunk-size: 5001|35: tuning.chunk-size: '5001' is not a number in bounds; expected a whole number from 1 to 5000
					chunk-size: 2000|chunk-size: "${env:TOKEN}"|35: tuning.chunk-size: '${env:TOKEN}' is not a number in bounds; expected a whole number from 1 to 5000
					partitions: 2|partitions: 0|36: tuning.partitions: '0' is not a number in bounds; expected a whole number from 1 to 256
					wait-minutes: 30|wait-minutes: 30m|37: tuning.wait-minutes: '30m' is not a number in bounds; expected a whole number from 0 to 1440
					wait-minutes: 30|wait-minute: 30|37: tuning.wait-minute: is not a known key (did you mean 'wait-minutes'?); expected one of chunk-size, partitions, wait-minutes
					""")
	void namesLineKeyValueAndWhatWasExpected(String part, String replacement, String message) {
		assertThat(messages(Samples.with(Samples.JOB, part, replacement))).contains("jobs/nightly.yml:" + message);
	}

	@Test
	void aColumnThatIsNoFieldIsAProblem() {
		assertThat(messages(Samples.with(Samples.JOB, "{order_id: No,", "{orderid: No,"))).hasSize(2)
			.anySatisfy((message) -> assertThat(message)
				.startsWith("jobs/nightly.yml:21: inputs.orders[2].columns.orderid: "
						+ "'No' stands under a key that is no field of an order (did you mean 'order_id'?); expected one of"))
			.contains(
					"jobs/nightly.yml:21: inputs.orders[2].columns.order_id: is missing; expected the header of its column");
	}

	@Test
	void aMappedInputWithoutColumnsIsOneProblem() {
		String text = Samples.JOB.replaceAll(" +columns: .*\n", "").replaceAll(" +statuses: .*\n", "");
		assertThat(messages(text))
			.containsExactly("jobs/nightly.yml:17: inputs.orders[2].columns: is missing; expected "
					+ "a section of fields with the header of their column");
	}

	@Test
	void oneStoreMayHaveSeveralInputsOfOneFormatAndIdColumn() {
		String two = LEAST + """
				  orders:
				    - {files: a.csv, format: shopify, store: web}
				    - {files: b.csv, format: shopify, store: web}
				""";
		assertThat(messages(two)).isEmpty();
		assertThat(messages(two.replace("b.csv,", "b.csv, order-id: Name,"))).singleElement()
			.asString()
			.startsWith(
					"jobs/nightly.yml:6: inputs.orders[2].store: 'web' is read in two formats or by two id columns");
	}

	@Test
	void tellsTheProblemsOfItsProgramToo() {
		String program = Samples.PROGRAM.replace("10%", "10");
		assertThatThrownBy(() -> JobFile.parse(Samples.JOB.replace("2000", "0"), PATH, program, ENVIRONMENT))
			.hasMessageContainingAll("jobs/programs/main.yml:19: rules[1].commission.rate: '10' is not a rate",
					"jobs/nightly.yml:35: tuning.chunk-size: '0'");
	}

	@Test
	void secretsComeFromTheEnvironmentAndAreNeverShown() {
		JobFile job = parse(Samples.with(Samples.JOB, "--urgent", "\"--token=${env:TOKEN}\""));
		assertThat(job.notification().orElseThrow().command()).extracting(SecretText::value)
			.containsExactly("/usr/local/bin/page-someone", "--token=hunter2");
		assertThat(job.toString()).contains("--token=${env:TOKEN}").doesNotContain("hunter2");
	}

	@Test
	void warnsOfATimeThatDaylightSavingSkips() {
		Instant now = Instant.parse("2026-11-22T00:00:00Z");
		assertThat(parse(Samples.JOB).warnings(now)).isEmpty();
		assertThat(parse(Samples.with(Samples.JOB, "0 30 4", "0 30 2")).warnings(now))
			.containsExactly("jobs/nightly.yml: schedule.cron: '0 30 2 * * ?' means a time that daylight saving skips, "
					+ "next 2027-03-14 02:30 in America/New_York; expected a time that every day has");
		assertThat(parse(Samples.with(Samples.JOB, "0 30 4", "0 0 2")).warnings(now)).hasSize(1);
		assertThat(parse(Samples.with(Samples.JOB, "0 30 4", "0 0 3")).warnings(now)).isEmpty();
	}

	@Test
	void readsAJobFromDiskAgainAsItWasPinned(@TempDir Path directory) throws IOException {
		Files.createDirectories(directory.resolve("programs"));
		Files.writeString(directory.resolve("programs/main.yml"), Samples.PROGRAM);
		Path file = Files.writeString(directory.resolve("nightly.yml"), Samples.JOB);
		JobFile job = JobFile.read(file);
		assertThat(JobFile.parse(job.text(), job.path(), job.program().text())).isEqualTo(job);
	}

	@Test
	void aProgramThatIsNotThereIsAProblem(@TempDir Path directory) throws IOException {
		Path file = Files.writeString(directory.resolve("nightly.yml"), Samples.JOB);
		assertThatThrownBy(() -> JobFile.read(file)).hasMessage(
				directory.resolve("programs/main.yml") + ": does not exist: no such file; expected a readable file");
	}

	private static JobFile parse(String text) {
		return JobFile.parse(text, PATH, Samples.PROGRAM, ENVIRONMENT);
	}

	private static List<String> messages(String text) {
		try {
			parse(text);
			return List.of();
		}
		catch (ConfigurationException ex) {
			return ex.problems().stream().map(Problem::message).toList();
		}
	}

}
