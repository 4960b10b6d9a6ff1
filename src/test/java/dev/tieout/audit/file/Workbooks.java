package dev.tieout.audit.file;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;

/**
 * A workbook read back.
 *
 * @param sheets by name
 */
public record Workbooks(Map<String, List<Line>> sheets) {

	private static final ReadingOptions FORMATS = new ReadingOptions(true, false);

	public static Workbooks read(byte[] workbook) throws IOException {
		Map<String, List<Line>> sheets = new LinkedHashMap<>();
		try (ReadableWorkbook readable = new ReadableWorkbook(new ByteArrayInputStream(workbook), FORMATS)) {
			for (Sheet sheet : readable.getSheets().toList()) {
				sheets.put(sheet.getName(), lines(sheet));
			}
		}
		return new Workbooks(sheets);
	}

	/** What the first row of a sheet says. */
	static String title(byte[] workbook, String sheet) throws IOException {
		try (ReadableWorkbook readable = new ReadableWorkbook(new ByteArrayInputStream(workbook), FORMATS)) {
			return readable.findSheet(sheet).orElseThrow().read().get(0).getCellText(0);
		}
	}

	public List<Line> sheet(String name) {
		return Optional.ofNullable(this.sheets.get(name)).orElseThrow();
	}

	/** The rows of the summary that have this in their first column. */
	public List<Line> part(String part) {
		return sheet("Summary").stream().filter((line) -> line.text("part").equals(part)).toList();
	}

	private static List<Line> lines(Sheet sheet) throws IOException {
		List<Row> rows = sheet.read();
		List<String> headings = rows.get(1).stream().map(Cell::asString).toList();
		List<Line> lines = new ArrayList<>();
		for (Row row : rows.subList(2, rows.size())) {
			Map<String, Cell> cells = new LinkedHashMap<>();
			for (int i = 0; i < headings.size(); i++) {
				String heading = headings.get(i);
				row.getOptionalCell(i)
					.filter((cell) -> cell.getType() != CellType.EMPTY)
					.ifPresent((cell) -> cells.put(heading, cell));
			}
			lines.add(new Line(cells));
		}
		return lines;
	}

	/**
	 * A row.
	 *
	 * @param cells by heading, without blank ones
	 */
	public record Line(Map<String, Cell> cells) {

		Cell cell(String heading) {
			return Optional.ofNullable(this.cells.get(heading)).orElseThrow();
		}

		public String text(String heading) {
			return Optional.ofNullable(this.cells.get(heading)).map(Cell::getText).orElse("");
		}

		public BigDecimal number(String heading) {
			return Optional.ofNullable(this.cells.get(heading)).map(Cell::asNumber).orElse(BigDecimal.ZERO);
		}

	}

}
