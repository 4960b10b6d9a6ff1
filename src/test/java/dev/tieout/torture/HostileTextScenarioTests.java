package dev.tieout.torture;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

import com.opencsv.CSVReader;
import com.opencsv.CSVReaderBuilder;
import com.opencsv.RFC4180ParserBuilder;
import com.opencsv.exceptions.CsvValidationException;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import dev.tieout.Commands;
import dev.tieout.Commands.Printed;
import dev.tieout.database.TestDatabase;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A run over a shop whose names are chosen to do harm: in a terminal, in a page, in a
 * workbook, in a spreadsheet that opens a CSV file, in a database.
 */
@ExtendWith(Replay.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HostileTextScenarioTests {

	private static final Set<String> NUMBERS = Set.of("amount", "commission", "base", "order_total", "opening",
			"accrued", "adjusted", "reversed", "closing", "released", "debit", "credit");

	private static final String FORMULA = "(?s)[=+\\-@\\t\\r\\n＝＋－＠].*";

	private final Commands commands;

	private final Path folder;

	HostileTextScenarioTests(@TempDir Path folder) throws IOException {
		this.folder = folder.toRealPath();
		this.commands = new Commands(TestDatabase.fresh().environment(), this.folder);
	}

	@BeforeAll
	void run() throws IOException {
		HostileShop.open(this.folder);
		Printed first = tieout("run", "nightly", "--business-date", "2026-04-02");
		assertThat(first.code()).as(first.out() + first.err()).isZero();
		assertThat(first.out()).contains("Does it close?  yes");
	}

	/** Runs a command, of which nothing moves a cursor. */
	private Printed tieout(String... words) {
		List<String> all = new ArrayList<>(List.of("--jobs", this.folder.toString()));
		all.addAll(List.of(words));
		Printed printed = this.commands.run(all.toArray(String[]::new));
		assertThat(HostileTexts.moving(printed.out())).as(String.join(" ", words)).isEmpty();
		assertThat(HostileTexts.moving(printed.err())).as(String.join(" ", words)).isEmpty();
		assertThat(printed.err()).doesNotContain("This should not happen");
		return printed;
	}

	@ParameterizedTest
	@ValueSource(strings = { "runs", "runs show 1", "runs show 1 --steps", "runs --json", "connections",
			"connections --json", "balances", "balances --json", "period", "program", "verify", "schedule",
			"explain nothing\u001b[31m\u202e", "export decisions\u009b", "run no\u001bthing",
			"statement x\u202e@y 2026-03" })
	void aTerminalIsNotMoved(String command) {
		assertThat(tieout(command.split(" ")).code()).isBetween(0, 2);
	}

	@Test
	void ordersCustomersAndAffiliatesAreExplainedHarmlessly() {
		int explained = 0;
		for (int i = 0; i < HostileTexts.ALL.size(); i++) {
			String text = HostileTexts.ALL.get(i);
			String word = text.replaceAll("[\\s@]", "") + i;
			String json = (i % 2 == 0) ? "--json" : "--debug";
			Printed order = tieout("explain", json, "--", text + " " + i);
			explained += (order.code() == 0) ? 1 : 0;
			tieout("explain", json, "--customer=" + word + "@home.example");
			tieout("explain", json, "--affiliate=" + word + "@partners.example", "--month=2026-03");
			Printed statement = tieout("statement", json, "--", word + "@partners.example", "2026-03");
			if (json.equals("--json") && statement.code() == 0) {
				JsonMapper.shared().readTree(statement.out());
			}
		}
		assertThat(explained).isGreaterThan(HostileTexts.ALL.size() / 2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "decisions", "ledger", "connections", "connection-lines", "rejects", "files", "balances",
			"operations", "journal --period 2026-03" })
	void noCellOfAnExportIsAFormula(String export) throws Exception {
		tieout("connect", "=x@partners.example", "+y@home.example", "--reason", "=1+1", "--as", "@me");
		Printed printed = tieout(("export " + export).split(" "));
		assertThat(printed.code()).as(printed.err()).isZero();
		assertThat(noFormulaIn(printed.out())).isGreaterThan(1);
	}

	@Test
	void aPlainTextJournalHoldsNothingOfIt() {
		Printed printed = tieout("export", "journal", "--period", "2026-03", "--format", "hledger");
		assertThat(printed.code()).isZero();
		assertThat(printed.out()).doesNotContain("<script", "alert(1)", "drop table", "=cmd");
	}

	@Test
	void reportsAndStatementsAreHarmlessToo() throws Exception {
		assertThat(
				tieout("statement", "--all", "2026-03", "--out", this.folder.resolve("statements").toString()).code())
			.isZero();
		TreeMap<String, Integer> seen = new TreeMap<>();
		for (String where : List.of("reports", "statements")) {
			try (Stream<Path> files = Files.walk(this.folder.resolve(where))) {
				for (Path file : files.filter(Files::isRegularFile).toList()) {
					String kind = String.valueOf(file.getFileName()).replaceAll(".*\\.", "");
					check(kind, Files.readAllBytes(file));
					seen.merge(kind, 1, Integer::sum);
				}
			}
		}
		assertThat(seen).containsKeys("html", "csv", "xlsx", "json");
		assertThat(seen.get("html")).isGreaterThan(HostileTexts.ALL.size() / 2);
	}

	@Test
	void evidenceIsHarmlessToo() throws Exception {
		Path zip = this.folder.resolve("evidence.zip");
		assertThat(tieout("evidence", "1", "--out", zip.toString()).code()).isZero();
		int files = 0;
		try (ZipInputStream in = new ZipInputStream(Files.newInputStream(zip))) {
			for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
				assertThat(entry.getName()).matches("[A-Za-z0-9./_-]+").doesNotContain("..");
				if (entry.getName().contains("reports/") || entry.getName().endsWith(".html")) {
					check(entry.getName().replaceAll(".*\\.", ""), in.readAllBytes());
				}
				files++;
			}
		}
		assertThat(files).isGreaterThan(8);
	}

	private static void check(String kind, byte[] bytes) throws Exception {
		String text = new String(bytes, StandardCharsets.UTF_8);
		switch (kind) {
			case "xlsx" -> checkWorkbook(bytes);
			case "csv" -> noFormulaIn(text);
			case "html" -> {
				assertThat(HostileTexts.moving(text)).isEmpty();
				assertThat(text).doesNotContain("<script", "<img", "<!-- ", "<b>", "]]>&#0;");
			}
			default -> assertThat(HostileTexts.moving(text)).as(kind).isEmpty();
		}
	}

	private static int noFormulaIn(String csv) throws IOException, CsvValidationException {
		assertThat(HostileTexts.moving(csv)).isEmpty();
		int rows = 0;
		try (CSVReader reader = new CSVReaderBuilder(new StringReader(csv))
			.withCSVParser(new RFC4180ParserBuilder().build())
			.build()) {
			String[] header = reader.readNext();
			for (String[] row = reader.readNext(); row != null; row = reader.readNext()) {
				assertThat(row).hasSameSizeAs(header);
				for (int i = 0; i < row.length; i++) {
					if (!NUMBERS.contains(header[i]) || !row[i].matches("-?\\d+(\\.\\d+)?")) {
						assertThat(row[i]).as(header[i]).doesNotMatch(FORMULA);
					}
				}
				rows++;
			}
		}
		return rows;
	}

	private static void checkWorkbook(byte[] workbook) throws IOException {
		int texts = 0;
		try (ReadableWorkbook readable = new ReadableWorkbook(new ByteArrayInputStream(workbook))) {
			for (Sheet sheet : readable.getSheets().toList()) {
				for (Row row : sheet.read()) {
					for (Cell cell : row) {
						if (cell != null && cell.getType() == CellType.STRING) {
							assertThat(cell.asString()).doesNotMatch(FORMULA);
							assertThat(HostileTexts.moving(cell.asString())).isEmpty();
							texts++;
						}
						assertThat(cell == null || cell.getType() != CellType.FORMULA).isTrue();
					}
				}
			}
		}
		assertThat(texts).isGreaterThan(HostileTexts.ALL.size());
	}

}
