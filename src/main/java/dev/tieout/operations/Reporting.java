package dev.tieout.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

import dev.tieout.audit.Masking;
import dev.tieout.audit.RunSummary;
import dev.tieout.audit.file.ReportRequest;
import dev.tieout.audit.file.RunReports;
import dev.tieout.audit.jdbc.ReportReading;
import dev.tieout.audit.jdbc.RunSummaries;
import dev.tieout.configuration.ReportFormat;
import dev.tieout.configuration.Reports;
import dev.tieout.job.PinnedRun;
import dev.tieout.proof.KnownSeal;
import dev.tieout.proof.file.SealsFile;
import dev.tieout.proof.jdbc.SealList;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes a posted run's reports. */
@Component
final class Reporting {

	private final RunSummaries summaries;

	private final ReportReading reading;

	private final RunReports reports;

	private final JdbcClient jdbc;

	private final ReportParts parts;

	private final SealList seals;

	Reporting(RunSummaries summaries, ReportReading reading, RunReports reports, JdbcClient jdbc) {
		this.summaries = summaries;
		this.reading = reading;
		this.reports = reports;
		this.jdbc = jdbc;
		this.parts = new ReportParts(jdbc);
		this.seals = new SealList(jdbc);
	}

	void write(PinnedRun run) {
		new GapSearch(this.jdbc).in(run);
		Reports wanted = run.job().reports();
		try {
			tellSeals(run, wanted.directory());
			RunSummary summary = summary(run);
			Path folder = this.reports.write(new ReportRequest(summary, wanted.directory(), formats(wanted),
					Masking.of(wanted.maskCustomers()), this.parts.files(run), wanted.keepDays()),
					() -> this.reading.of(summary));
			this.jdbc.sql("update run set reports = ? where run_no = ?")
				.params(folder.toAbsolutePath().normalize().toString(), run.number())
				.update();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/**
	 * First, because it matters most: whoever changes the database afterwards contradicts
	 * this file. Seals that it has missed, of other jobs or of reports never written,
	 * come with it.
	 */
	private void tellSeals(PinnedRun run, Path directory) throws IOException {
		SealsFile file = new SealsFile(directory.resolve(SealsFile.NAME));
		List<KnownSeal> told = file.known();
		int last = told.stream().mapToInt(KnownSeal::seal).max().orElse(0);
		file.append(this.seals.after(last, run.number()).stream().filter((seal) -> !told.contains(seal)).toList());
	}

	private RunSummary summary(PinnedRun run) {
		return this.summaries.of(run.number())
			.orElseThrow(() -> new IllegalStateException("run " + run.number() + " is not in the database"));
	}

	private static Set<ReportRequest.Format> formats(Reports wanted) {
		EnumSet<ReportRequest.Format> formats = EnumSet.noneOf(ReportRequest.Format.class);
		for (ReportFormat format : wanted.formats()) {
			switch (format) {
				case HTML -> formats.add(ReportRequest.Format.HTML);
				case CSV -> formats.add(ReportRequest.Format.CSV);
				case XLSX -> formats.add(ReportRequest.Format.XLSX);
			}
		}
		return formats;
	}

}
