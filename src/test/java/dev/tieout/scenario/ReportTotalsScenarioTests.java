package dev.tieout.scenario;

import java.io.IOException;
import java.io.StringReader;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180ParserBuilder;
import dev.tieout.audit.ExceptionGroup;
import dev.tieout.audit.ExceptionGroup.Source;
import dev.tieout.audit.RunReport;
import dev.tieout.audit.Walk;
import dev.tieout.audit.file.Workbooks;
import dev.tieout.audit.jdbc.ReportReading;
import dev.tieout.audit.jdbc.RunSummaries;
import dev.tieout.operations.RerunOperations;
import dev.tieout.operations.RerunRequest;
import dev.tieout.operations.RunObserver;
import dev.tieout.operations.RunResult;
import dev.tieout.operations.RunState;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The sample's nights: page, workbook, CSV files and ledger come to the same, to the
 * cent.
 */
class ReportTotalsScenarioTests {

	private static final Path SAMPLE = Path.of("sample-data").toAbsolutePath();

	@Test
	void pageWorkbookCsvAndLedgerAgreeToTheCent(@TempDir Path folder) throws Exception {
		Path job = copy(folder);
		try (Installation tieout = Installation.fresh()) {
			compare(tieout, tieout.run(job, LocalDate.of(2026, 10, 31)), folder);
			copyFiles(SAMPLE.resolve("next-night"), folder.resolve("sample-data/inbox"));
			compare(tieout, tieout.run(job, LocalDate.of(2026, 11, 1)), folder);
			compare(tieout, tieout.run(job, LocalDate.of(2026, 11, 2)), folder);
			compare(tieout, rerunOfJuly(tieout, job), folder);
		}
	}

	/** Its customers have orders outside the range, which its reports leave out. */
	private static RunResult rerunOfJuly(Installation tieout, Path job) {
		List<RunResult> results = tieout.bean(RerunOperations.class)
			.rerun(new RerunRequest(Path.of("jobs"), job.toString(), LocalDate.of(2026, 7, 1),
					LocalDate.of(2026, 7, 31), "July again", false, false), Installation.TESTER, RunObserver.SILENT);
		return results.get(results.size() - 1);
	}

	private static void compare(Installation tieout, RunResult run, Path folder) throws Exception {
		assertThat(run.state()).isEqualTo(RunState.COMPLETED);
		Path reports;
		try (Stream<Path> folders = Files.list(folder.resolve("reports"))) {
			reports = folders
				.filter((path) -> path.getFileName().toString().startsWith("run-%06d".formatted(run.run())))
				.findFirst()
				.orElseThrow();
		}
		String page = Files.readString(reports.resolve("audit.html"));
		Workbooks book = Workbooks.read(Files.readAllBytes(reports.resolve("audit.xlsx")));
		List<Map<String, String>> ledger = csv(reports.resolve("ledger.csv"));
		List<Map<String, String>> decisions = csv(reports.resolve("decisions.csv"));
		RunReport report = tieout.bean(ReportReading.class)
			.of(tieout.bean(RunSummaries.class).of(run.run()).orElseThrow());

		String head = tieout.jdbc()
			.sql("select hash from seal where run_no = ?")
			.param(run.run())
			.query(String.class)
			.single();
		assertThat(page).contains(head);
		assertThat(book.part("Run")).extracting((line) -> line.text("remark")).contains(head);

		Map<String, BigDecimal> posted = sums(ledger, (row) -> cell(row, "currency"), (row) -> cell(row, "amount"));
		assertThat(posted).isEqualTo(ofLedger(tieout, "run_no = " + run.run()))
			.isEqualTo(sheetSums(book.sheet("Posted entries"), "currency", "amount"))
			.isEqualTo(sheetSums(book.part("Posted by type"), "currency", "amount"))
			.isEqualTo(sheetSums(book.part("Posted by affiliate"), "currency", "amount"))
			.isEqualTo(sheetSums(book.part("Posted by day of the orders"), "currency", "amount"));
		assertThat(book.sheet("Posted entries")).hasSameSizeAs(ledger);

		assertThat(book.sheet("Decisions")).hasSameSizeAs(decisions);
		for (String column : List.of("order_total", "base", "commission")) {
			Map<String, BigDecimal> sums = sums(decisions, ReportTotalsScenarioTests::reason,
					(row) -> cell(row, column));
			Map<String, BigDecimal> sheet = new TreeMap<>();
			book.sheet("Decisions")
				.forEach((row) -> add(sheet, row.text("decision") + " " + row.text("currency"),
						row.number(column.replace('_', ' '))));
			assertThat(sheet).as(column).isEqualTo(sums);
			Map<String, BigDecimal> summary = new TreeMap<>();
			book.part("Decisions")
				.forEach((row) -> add(summary, row.text("what") + " " + row.text("currency"),
						row.number(column.equals("order_total") ? "amount" : column)));
			assertThat(summary).as(column).isEqualTo(sums);
		}

		assertThat(sheetSums(book.sheet("Balances"), "currency", "after"))
			.isEqualTo(ofLedger(tieout, "run_no <= " + run.run()));
		assertThat(book.sheet("Rejects")).hasSameSizeAs(csv(reports.resolve("rejects.csv")));

		long exceptions = report.summary()
			.exceptions()
			.stream()
			.filter((group) -> group.source() != Source.REJECT)
			.mapToLong(ExceptionGroup::count)
			.sum();
		assertThat(book.sheet("Exceptions"))
			.hasSize((int) exceptions + report.unusual().size() + report.summary().negativeBalances().size());

		for (Walk walk : report.walks()) {
			assertThat(walk.closes()).isTrue();
			String currency = walk.currency().getCurrencyCode();
			BigDecimal amount = new BigDecimal(walk.amountOf(Walk.Sum.POSTED).orElseThrow().toPlainString());
			assertThat(amount.stripTrailingZeros()).isEqualTo(posted.getOrDefault(currency, BigDecimal.ZERO));
			assertThat(page).contains("In " + currency);
			for (Walk.Step step : walk.steps()) {
				if (step.isSum()) {
					assertThat(page).contains(step.label(), step.amount().grouped());
				}
			}
			assertThat(book.part("Walk in " + currency)).hasSameSizeAs(walk.steps());
		}
		assertThat(page).doesNotContain("It does not add up");
	}

	private static String cell(Map<String, String> row, String column) {
		return Objects.requireNonNull(row.get(column), column);
	}

	private static String reason(Map<String, String> row) {
		return cell(row, "decision") + " " + cell(row, "currency");
	}

	private static Map<String, BigDecimal> ofLedger(Installation tieout, String where) {
		Map<String, BigDecimal> sums = new TreeMap<>();
		tieout.jdbc()
			.sql("select currency, sum(amount) as amount from ledger_entry where " + where + " group by currency")
			.query((row) -> {
				Currency currency = Currency.getInstance(row.getString("currency"));
				add(sums, currency.getCurrencyCode(),
						row.getBigDecimal("amount").movePointLeft(currency.getDefaultFractionDigits()));
			});
		return sums;
	}

	private static Map<String, BigDecimal> sheetSums(List<Workbooks.Line> rows, String key, String amount) {
		Map<String, BigDecimal> sums = new TreeMap<>();
		rows.forEach((row) -> add(sums, row.text(key), row.number(amount)));
		return sums;
	}

	private static Map<String, BigDecimal> sums(List<Map<String, String>> rows,
			Function<Map<String, String>, String> key, Function<Map<String, String>, String> amount) {
		Map<String, BigDecimal> sums = new TreeMap<>();
		rows.forEach((row) -> add(sums, key.apply(row),
				amount.apply(row).isEmpty() ? BigDecimal.ZERO : new BigDecimal(amount.apply(row))));
		return sums;
	}

	/** Without trailing zeros, which a workbook's numbers do not have. */
	private static void add(Map<String, BigDecimal> sums, String key, BigDecimal amount) {
		sums.merge(key, amount.stripTrailingZeros(), (one, other) -> one.add(other).stripTrailingZeros());
	}

	private static List<Map<String, String>> csv(Path file) throws IOException {
		List<Map<String, String>> rows = new ArrayList<>();
		try (var reader = new CSVReaderBuilder(new StringReader(Files.readString(file)))
			.withCSVParser(new RFC4180ParserBuilder().build())
			.build()) {
			String[] header = reader.readNextSilently();
			for (String[] row = reader.readNextSilently(); row != null; row = reader.readNextSilently()) {
				Map<String, String> cells = new LinkedHashMap<>();
				for (int i = 0; i < header.length; i++) {
					cells.put(header[i], row[i]);
				}
				rows.add(cells);
			}
		}
		return rows;
	}

	private static Path copy(Path folder) throws IOException {
		copyFiles(Path.of("jobs"), folder.resolve("jobs"));
		copyFiles(Path.of("jobs/programs"), folder.resolve("jobs/programs"));
		copyFiles(SAMPLE.resolve("inbox"), folder.resolve("sample-data/inbox"));
		Path job = folder.resolve("jobs/nightly.yml");
		String text = Files.readString(job);
		assertThat(text).contains("formats: [html, csv]");
		return Files.writeString(job, text.replace("formats: [html, csv]", "formats: [html, csv, xlsx]"));
	}

	private static void copyFiles(Path from, Path to) throws IOException {
		Files.createDirectories(to);
		try (Stream<Path> files = Files.list(from)) {
			for (Path file : files.filter(Files::isRegularFile).toList()) {
				Files.copy(file, to.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
			}
		}
	}

}
