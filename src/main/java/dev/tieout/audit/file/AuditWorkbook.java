package dev.tieout.audit.file;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

import dev.tieout.audit.ExceptionGroup;
import dev.tieout.audit.ExceptionGroup.Source;
import dev.tieout.audit.Export;
import dev.tieout.audit.ExportScope;
import dev.tieout.audit.LedgerBalance;
import dev.tieout.audit.Masking;
import dev.tieout.audit.RunReport;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/**
 * A run's report as a workbook. Its rows are those of the CSV files, its totals those of
 * the page. Rows are streamed; memory does not grow with them.
 */
final class AuditWorkbook {

	static final String FILE = "audit.xlsx";

	/** Two rows of a sheet are its title and its headings. */
	private static final int HEAD = 2;

	private final Exports exports;

	private final int sheetRows;

	private final RunReport report;

	private final Masking masking;

	/**
	 * Creates the writer.
	 * @param exports gives the rows
	 * @param report gives the totals
	 * @param masking whether customers are named
	 * @param sheetRows how many rows a sheet holds
	 */
	AuditWorkbook(Exports exports, RunReport report, Masking masking, int sheetRows) {
		this.exports = exports;
		this.report = report.masked(masking);
		this.masking = masking;
		this.sheetRows = sheetRows;
	}

	AuditWorkbook(Exports exports, RunReport report, Masking masking) {
		this(exports, report, masking, Worksheet.MAX_ROWS);
	}

	/** The CSV files that have the rows for which a sheet has no room. */
	Set<Export> overflowing() {
		Set<Export> overflowing = new TreeSet<>();
		for (Export export : List.of(Export.LEDGER, Export.DECISIONS, Export.REJECTS)) {
			if (rowsOf(export) > room()) {
				overflowing.add(export);
			}
		}
		if (ExceptionsSheet.rowsOf(this.report) > room()) {
			overflowing.add(Export.CONNECTION_LINES);
		}
		return overflowing;
	}

	void write(OutputStream out) throws IOException {
		try (Workbook workbook = new Workbook(out, "Tieout", null)) {
			summary(workbook);
			export(workbook, "Posted entries", Export.LEDGER, "Ledger entries posted by this run");
			export(workbook, "Decisions", Export.DECISIONS, "Decisions about the orders this run judged");
			new ExceptionsSheet(this.exports, this.report, this.masking, room()).write(start(workbook, "Exceptions",
					title("What a person should look at; rejects have a sheet of their own",
							ExceptionsSheet.rowsOf(this.report), "notices.csv and connection-lines.csv have all"),
					ExceptionsSheet.HEADINGS));
			export(workbook, "Rejects", Export.REJECTS, "Records that could not be used");
			balances(workbook);
		}
	}

	private void summary(Workbook workbook) throws IOException {
		SheetRows rows = start(workbook, "Summary",
				title("Tieout, run " + this.report.summary().header().number() + " of job "
						+ this.report.summary().header().job() + ": " + this.report.summary().verdict().words(), -1,
						""),
				SummarySheet.HEADINGS);
		new SummarySheet(rows).write(this.report);
		rows.end();
	}

	private void export(Workbook workbook, String name, Export export, String title) throws IOException {
		SheetRows rows = start(workbook, name, title(title, rowsOf(export), export.fileName() + " has all"),
				export.columns().stream().map(this::heading).toList());
		this.exports.writeRows(export, new ExportScope.OneRun(this.report.summary().header().number()), this.masking,
				room(), rows);
		rows.end();
	}

	private void balances(Workbook workbook) throws IOException {
		SheetRows rows = start(workbook, "Balances",
				title("Balances before and after this run; on hold is payable after the day of posting, released is "
						+ "the rest, before any payout", this.report.balances().size(),
						"the export 'balances' has all"),
				List.of("affiliate email", "name", "currency", "before", "accrued", "adjusted", "reversed", "after",
						"on hold", "released"));
		for (LedgerBalance balance : this.report.balances().stream().limit(room()).toList()) {
			rows.text(balance.affiliate())
				.text(balance.name())
				.text(balance.after().currency().getCurrencyCode())
				.money(balance.before())
				.money(balance.accrued())
				.money(balance.adjusted())
				.money(balance.reversed())
				.money(balance.after())
				.money(balance.onHold())
				.money(balance.released())
				.endRow();
		}
		rows.end();
	}

	private SheetRows start(Workbook workbook, String name, String title, List<String> headings) {
		return new SheetRows(workbook.newWorksheet(name), this.report.summary().header().zone(), title, headings);
	}

	/** Says what does not fit, which must be known before the first row is written. */
	private String title(String what, long rows, String whereTheRestIs) {
		String units = ". Amounts in the currency of their row, times in " + this.report.summary().header().zone()
				+ ".";
		if (rows <= room()) {
			return what + units;
		}
		return what + ": the first " + Figures.number(room()) + " of " + Figures.number(rows)
				+ " rows, more than a sheet holds; " + whereTheRestIs + units;
	}

	private String heading(String column) {
		String words = column.replace('_', ' ');
		return Set.of("ordered_at", "posted_at", "connection_started_at", "expires_at").contains(column)
				? words + " (" + this.report.summary().header().zone() + ")" : words;
	}

	private int room() {
		return this.sheetRows - HEAD;
	}

	private long rowsOf(Export export) {
		return switch (export) {
			case LEDGER -> this.report.summary().entriesPosted();
			case DECISIONS -> this.report.summary().ordersJudged();
			case REJECTS -> this.report.summary()
				.exceptions()
				.stream()
				.filter((group) -> group.source() == Source.REJECT)
				.mapToLong(ExceptionGroup::count)
				.sum();
			default -> throw new IllegalArgumentException(export + " has no sheet");
		};
	}

}
