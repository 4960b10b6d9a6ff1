package dev.tieout.audit.file;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

import javax.sql.DataSource;

import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import dev.tieout.audit.Export;
import dev.tieout.audit.Masking;
import dev.tieout.audit.RunReport;
import dev.tieout.audit.SampleReport;
import dev.tieout.audit.jdbc.ReportReading;
import dev.tieout.audit.jdbc.RunSummaries;
import dev.tieout.audit.jdbc.World;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

class AuditWorkbookIntegrationTests {

	private static final int LARGE = 1_048_576;

	private static DataSource dataSource;

	@TempDir
	private Path folder;

	@BeforeAll
	static void create() {
		dataSource = World.create();
	}

	private static RunReport run(int number) {
		return new ReportReading(dataSource).of(new RunSummaries(dataSource).of(number).orElseThrow());
	}

	private static AuditWorkbook workbook(RunReport report, Masking masking, int sheetRows) {
		return new AuditWorkbook(new Exports(dataSource, World.CLOCK), report, masking, sheetRows);
	}

	private static byte[] write(RunReport report, Masking masking, int sheetRows) throws IOException {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		workbook(report, masking, sheetRows).write(out);
		return out.toByteArray();
	}

	private Map<String, String> parts(byte[] workbook) throws IOException {
		Map<String, String> parts = new TreeMap<>();
		Path file = Files.write(this.folder.resolve("audit.xlsx"), workbook);
		try (ZipFile zip = new ZipFile(file.toFile())) {
			for (ZipEntry entry : Collections.list(zip.entries())) {
				parts.put(entry.getName(),
						new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
			}
		}
		return parts;
	}

	@Test
	void hasASheetForEachThingInOrder() throws Exception {
		assertThat(Workbooks.read(write(run(1), Masking.NONE, LARGE)).sheets()).containsOnlyKeys("Summary",
				"Posted entries", "Decisions", "Exceptions", "Rejects", "Balances");
	}

	@Test
	void datesAndAmountsHaveTypes() throws Exception {
		Workbooks.Line entry = Workbooks.read(write(run(2), Masking.NONE, LARGE)).sheet("Posted entries").get(0);
		Cell orderedAt = entry.cell("ordered at (America/New_York)");
		assertThat(orderedAt.asDate()).isEqualTo(LocalDateTime.of(2026, 10, 2, 10, 5));
		assertThat(orderedAt.getDataFormatString()).isEqualTo("yyyy-mm-dd hh:mm:ss");
		assertThat(entry.cell("payable on").asDate()).isEqualTo(LocalDateTime.of(2026, 11, 1, 0, 0));
		assertThat(entry.cell("amount").getType()).isEqualTo(CellType.NUMBER);
		assertThat(entry.cell("amount").asNumber()).isEqualByComparingTo("-2.25");
		assertThat(entry.cell("amount").getDataFormatString()).isEqualTo("#,##0.00_ ");
	}

	@Test
	void anAmountHasTheDecimalsOfItsCurrency() throws Exception {
		Workbooks.Line decision = Workbooks.read(write(run(2), Masking.NONE, LARGE)).sheet("Decisions").get(0);
		assertThat(decision.text("currency")).isEqualTo("JPY");
		assertThat(decision.cell("order total").getDataFormatString()).isEqualTo("#,##0_ ");
	}

	@Test
	void headingsAreFrozenAndFiltered() throws Exception {
		Map<String, String> parts = parts(write(run(1), Masking.NONE, LARGE));
		for (int sheet = 1; sheet <= 6; sheet++) {
			assertThat(parts).containsKey("xl/worksheets/sheet" + sheet + ".xml");
			assertThat(parts.getOrDefault("xl/worksheets/sheet" + sheet + ".xml", "")).contains("state=\"frozen\"",
					"ySplit=\"2\"", "<autoFilter ref=\"A2:", "<cols>");
		}
		assertThat(parts.values()).noneMatch((part) -> part.contains("<f>"));
	}

	@Test
	void exceptionsSayWhatToDo() throws Exception {
		List<Workbooks.Line> rows = Workbooks.read(write(run(1), Masking.NONE, LARGE)).sheet("Exceptions");
		assertThat(rows).extracting((row) -> row.text("kind"))
			.containsExactly("TOTALS_MISMATCH", "CONFLICT_EXISTING", "INVALID_EMAIL", "REPEATED", "UNKNOWN_AFFILIATE",
					"DUPLICATE");
		assertThat(rows).allMatch((row) -> !row.text("what to do").isEmpty());
		assertThat(rows.get(1).text("found")).contains("ann@partners.example");
	}

	@Test
	void balancesBelowZeroAreExceptions() throws Exception {
		assertThat(Workbooks.read(write(run(2), Masking.NONE, LARGE)).sheet("Exceptions"))
			.extracting((row) -> row.text("kind"), (row) -> row.text("found"))
			.containsExactly(tuple("NEGATIVE_BALANCE", "the balance is -0.50 USD"));
	}

	@Test
	void customersAreMaskedInEverySheet() throws Exception {
		for (int run = 1; run <= 3; run++) {
			assertThat(String.join("", parts(write(run(run), Masking.CUSTOMERS, LARGE)).values()))
				.doesNotContain("kim@", "joe@", "Kim", "no address");
		}
		assertThat(String.join("", parts(write(run(1), Masking.NONE, LARGE)).values())).contains("kim@mail.example");
	}

	@Test
	void whatHasNoRoomIsInTheCsvAndTheSheetSaysSo() throws Exception {
		byte[] workbook = write(run(1), Masking.NONE, 4);
		assertThat(Workbooks.read(workbook).sheets().values()).filteredOn((rows) -> rows.size() > 2).hasSize(1);
		assertThat(Workbooks.title(workbook, "Decisions"))
			.contains("the first 2 of 4 rows, more than a sheet holds; decisions.csv has all");
		assertThat(Workbooks.title(workbook, "Exceptions"))
			.contains("the first 2 of 6 rows, more than a sheet holds; notices.csv and connection-lines.csv have all");
		assertThat(Workbooks.title(workbook, "Rejects")).doesNotContain("more than a sheet holds");
		assertThat(workbook(run(1), Masking.NONE, 4).overflowing()).containsExactly(Export.DECISIONS,
				Export.CONNECTION_LINES);
		assertThat(workbook(run(1), Masking.NONE, LARGE).overflowing()).isEmpty();
	}

	@Test
	void anEmptyRunHasItsSheetsToo() throws Exception {
		Workbooks sheets = Workbooks.read(write(SampleReport.empty(), Masking.NONE, LARGE));
		assertThat(sheets.sheet("Balances")).isEmpty();
		assertThat(sheets.sheet("Summary")).isNotEmpty();
	}

	@Test
	void hostileTextIsOnlyText() throws Exception {
		for (String text : List.of("=HYPERLINK(\"http://x\")", "\u202e@cmd", "a\u0000b\u001b", "<f>1</f>", "🦊\ud800",
				"]]>", "-1+1", "_x0041_")) {
			byte[] workbook = write(SampleReport.saying(text), Masking.NONE, LARGE);
			assertThat(parts(workbook).values()).noneMatch((part) -> part.contains("<f>"));
			assertThat(Workbooks.read(workbook).sheet("Balances")).extracting((row) -> row.text("affiliate email"))
				.containsExactly(SheetText.of(text));
		}
	}

}
