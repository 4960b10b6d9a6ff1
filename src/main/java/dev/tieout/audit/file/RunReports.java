package dev.tieout.audit.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;

import javax.sql.DataSource;

import org.springframework.stereotype.Component;

import dev.tieout.audit.ExceptionGroup;
import dev.tieout.audit.ExceptionGroup.Source;
import dev.tieout.audit.Export;
import dev.tieout.audit.ExportScope;
import dev.tieout.audit.RunHeader;
import dev.tieout.audit.RunReport;
import dev.tieout.audit.file.ReportRequest.Format;
import dev.tieout.audit.file.SideBySide.Writing;

/**
 * Writes the reports of a run into a folder of their own. The folder has its name only
 * once it is whole: everything is written under a temporary name first, so the same call
 * after a crash in the middle of it simply does it again.
 */
@Component
public final class RunReports {

	private final Exports exports;

	private final Clock clock;

	/**
	 * Creates the writer.
	 * @param dataSource the application's
	 * @param clock says what is live, and which folders are old
	 */
	public RunReports(DataSource dataSource, Clock clock) {
		this.exports = new Exports(dataSource, clock);
		this.clock = clock;
	}

	/**
	 * Writes a run's folder, in place of one that is there, and removes old ones.
	 * @param request what to write and where
	 * @param figures reads what the page and the workbook say, in the calling thread,
	 * while the CSV files are being written
	 * @return the folder
	 * @throws IOException if it cannot be written, naming the folder
	 * @throws DataAccessException if the database cannot be read
	 */
	public Path write(ReportRequest request, Supplier<RunReport> figures) throws IOException {
		String name = folderName(request.summary().header());
		ReportDirectory directory = new ReportDirectory(request.directory());
		Path written;
		try {
			ReportFolder folder = directory.begin(name);
			write(request, figures, folder);
			written = directory.finish(folder, name);
		}
		catch (IOException ex) {
			throw new IOException("the reports of run " + request.summary().header().number()
					+ " cannot be written to '" + request.directory().resolve(name) + "': " + ex.getMessage()
					+ "; make room or give the right to write, then: tieout runs resume "
					+ request.summary().header().number(), ex);
		}
		directory.removeOlderThan(this.clock.instant(), request.keepDays(), name);
		return written;
	}

	/**
	 * Returns the name of a run's folder.
	 * @param run the run
	 * @return for example {@code run-000012-2026-10-31-nightly}
	 */
	public static String folderName(RunHeader run) {
		String job = run.job().toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9._-]+", "-");
		return String.format(Locale.ROOT, "run-%06d-%s-%s", run.number(), run.businessDate(), job);
	}

	private void write(ReportRequest request, Supplier<RunReport> figures, ReportFolder folder) throws IOException {
		boolean csv = request.formats().contains(Format.CSV);
		RunReport report;
		try (SideBySide files = SideBySide.begin(csv ? csv(request, folder) : List.of())) {
			report = figures.get();
			files.finish();
		}
		if (request.formats().contains(Format.XLSX)) {
			workbook(request, report, folder, csv);
		}
		if (request.formats().contains(Format.HTML)) {
			text(folder, "audit.html", AuditPage.of(report, request.masking(), csv));
		}
		text(folder, "control-totals.json", ControlTotalsJson.of(report));
		folder.writeSums();
	}

	private List<Writing> csv(ReportRequest request, ReportFolder folder) {
		List<Writing> writings = new ArrayList<>();
		writings.add(() -> decisions(request, folder));
		for (Export export : List.of(Export.LEDGER, Export.CONNECTION_LINES, Export.REJECTS, Export.FILES)) {
			writings.add(() -> export(request, folder, export));
		}
		if (noticesOverflow(request)) {
			writings.add(() -> notices(request, folder));
		}
		return writings;
	}

	/**
	 * What a sheet has no room for is written as CSV even where that was not asked for.
	 */
	private void workbook(ReportRequest request, RunReport report, ReportFolder folder, boolean csv)
			throws IOException {
		AuditWorkbook workbook = new AuditWorkbook(this.exports, report, request.masking());
		try (OutputStream out = folder.create(AuditWorkbook.FILE)) {
			workbook.write(out);
		}
		if (csv) {
			return;
		}
		for (Export export : workbook.overflowing()) {
			if (export == Export.DECISIONS) {
				decisions(request, folder);
			}
			else {
				export(request, folder, export);
			}
			if (export == Export.CONNECTION_LINES) {
				notices(request, folder);
			}
		}
	}

	private void export(ReportRequest request, ReportFolder folder, Export export) throws IOException {
		ExportScope run = new ExportScope.OneRun(request.summary().header().number());
		try (OutputStream out = folder.create(export.fileName())) {
			this.exports.write(export, run, request.masking(), out);
		}
	}

	private void decisions(ReportRequest request, ReportFolder folder) throws IOException {
		if (request.decisionParts().isEmpty()) {
			export(request, folder, Export.DECISIONS);
			return;
		}
		try (OutputStream out = folder.create(Export.DECISIONS.fileName())) {
			Exports.writeHeader(Export.DECISIONS, out);
			for (Path part : request.decisionParts()) {
				try (InputStream in = Files.newInputStream(part)) {
					in.transferTo(out);
				}
			}
		}
	}

	/**
	 * They have no export of their own; a file is written where the page leaves some out.
	 */
	private void notices(ReportRequest request, ReportFolder folder) throws IOException {
		try (OutputStream out = folder.create(Source.NOTICE.csv())) {
			this.exports.writeNotices(request.summary().header().number(), request.masking(), out);
		}
	}

	private static boolean noticesOverflow(ReportRequest request) {
		return request.summary()
			.exceptions()
			.stream()
			.anyMatch((group) -> group.source() == Source.NOTICE && group.count() > ExceptionGroup.SHOWN);
	}

	private static void text(ReportFolder folder, String name, String text) throws IOException {
		try (OutputStream out = folder.create(name)) {
			out.write(text.getBytes(StandardCharsets.UTF_8));
		}
	}

}
