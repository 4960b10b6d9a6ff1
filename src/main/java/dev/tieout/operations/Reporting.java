package dev.tieout.operations;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes a posted run's reports. */
@Component
final class Reporting {

	private static final Logger LOG = LoggerFactory.getLogger(Reporting.class);

	private static final String PARTS = ".parts-run-";

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
		return run.job().reports().directory().resolve((PARTS + "%06d").formatted(run.number()));
	}

	void write(PinnedRun run) {
		Reports wanted = run.job().reports();
		try {
			Path folder = this.reports.write(new ReportRequest(summary(run), wanted.directory(), formats(wanted),
					Masking.of(wanted.maskCustomers()), partFiles(run), wanted.keepDays()));
			this.jdbc.sql("update run set reports = ? where run_no = ?")
				.params(folder.toAbsolutePath().normalize().toString(), run.number())
				.update();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private RunSummary summary(PinnedRun run) {
		return this.summaries.of(run.number())
			.orElseThrow(() -> new IllegalStateException("run " + run.number() + " is not in the database"));
	}

	/**
	 * Removes the parts of a run that needs them no more, and those that a killed process
	 * has left of earlier ones. Not before a run has ended: its reports may have to be
	 * written again.
	 */
	void removeParts(PinnedRun run) {
		Path directory = run.job().reports().directory();
		if (!Files.isDirectory(directory)) {
			return;
		}
		try (DirectoryStream<Path> folders = Files.newDirectoryStream(directory, PARTS + "[0-9]*")) {
			for (Path folder : folders) {
				if (hasEnded(folder.getFileName().toString().substring(PARTS.length()))) {
					remove(folder);
				}
			}
		}
		catch (IOException | DirectoryIteratorException ex) {
			LOG.warn("Parts of reports in '{}' could not be removed; the next run tries again: {}", directory,
					ex.toString());
		}
	}

	private boolean hasEnded(String run) {
		return run.matches("[0-9]{6,9}") && this.jdbc
			.sql("select exists (select from run where run_no = ? and state not in ('RUNNING', 'STOPPED', 'POSTED'))")
			.param(Integer.parseInt(run))
			.query(Boolean.class)
			.single();
	}

	private static void remove(Path folder) throws IOException {
		try (DirectoryStream<Path> files = Files.newDirectoryStream(folder)) {
			for (Path file : files) {
				Files.delete(file);
			}
		}
		Files.delete(folder);
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
