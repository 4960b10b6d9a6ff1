package dev.tieout.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import dev.tieout.audit.Masking;
import dev.tieout.audit.RunSummary;
import dev.tieout.audit.file.ReportRequest;
import dev.tieout.audit.file.RunReports;
import dev.tieout.audit.jdbc.RunSummaries;
import dev.tieout.configuration.ReportFormat;
import dev.tieout.configuration.Reports;
import dev.tieout.job.PinnedRun;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes a posted run's reports. */
@Component
final class Reporting {

	private final RunSummaries summaries;

	private final RunReports reports;

	private final JdbcClient jdbc;

	Reporting(RunSummaries summaries, RunReports reports, JdbcClient jdbc) {
		this.summaries = summaries;
		this.reports = reports;
		this.jdbc = jdbc;
	}

	/** Where workers write their parts of the reports until the folder is made. */
	Path parts(PinnedRun run) {
		return run.job().reports().directory().resolve(".parts-run-%06d".formatted(run.number()));
	}

	void write(PinnedRun run) {
		Reports wanted = run.job().reports();
		try {
			Path folder = this.reports.write(new ReportRequest(summary(run), wanted.directory(), formats(wanted),
					Masking.of(wanted.maskCustomers()), partFiles(run), wanted.keepDays()));
			this.jdbc.sql("update run set reports = ? where run_no = ?")
				.params(folder.toAbsolutePath().normalize().toString(), run.number())
				.update();
			removeParts(run);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (SQLException ex) {
			throw new IllegalStateException(
					"the reports of run " + run.number() + " cannot be read from the database: " + ex.getMessage(), ex);
		}
	}

	private RunSummary summary(PinnedRun run) throws SQLException {
		return this.summaries.of(run.number())
			.orElseThrow(() -> new IllegalStateException("run " + run.number() + " is not in the database"));
	}

	void removeParts(PinnedRun run) throws IOException {
		for (Path part : partFiles(run)) {
			Files.delete(part);
		}
		Files.deleteIfExists(parts(run));
	}

	private List<Path> partFiles(PinnedRun run) throws IOException {
		if (!Files.isDirectory(parts(run))) {
			return List.of();
		}
		try (Stream<Path> files = Files.list(parts(run))) {
			return files.sorted().toList();
		}
	}

	private static Set<ReportRequest.Format> formats(Reports wanted) {
		EnumSet<ReportRequest.Format> formats = EnumSet.noneOf(ReportRequest.Format.class);
		for (ReportFormat format : wanted.formats()) {
			switch (format) {
				case HTML -> formats.add(ReportRequest.Format.HTML);
				case CSV -> formats.add(ReportRequest.Format.CSV);
				case XLSX ->
					throw new RefusedException("The format xlsx is not there yet; the job file may say html and csv.");
			}
		}
		return formats;
	}

}
