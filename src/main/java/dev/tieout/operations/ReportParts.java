package dev.tieout.operations;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

import dev.tieout.job.PinnedRun;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The parts of reports that a run's workers write, beside the reports' folders. */
final class ReportParts {

	private static final Logger LOG = LoggerFactory.getLogger(ReportParts.class);

	private static final String PARTS = ".parts-run-";

	private final JdbcClient jdbc;

	ReportParts(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/** Where workers write their parts of the reports until the folder is made. */
	Path folder(PinnedRun run) {
		return run.job().reports().directory().resolve((PARTS + "%06d").formatted(run.number()));
	}

	/** The parts that a run's workers have written. */
	List<Path> files(PinnedRun run) throws IOException {
		if (!Files.isDirectory(folder(run))) {
			return List.of();
		}
		try (Stream<Path> files = Files.list(folder(run))) {
			return files.sorted().toList();
		}
	}

	/**
	 * Removes the parts of a run that needs them no more, and those that a killed process
	 * has left of earlier ones. Not before a run has ended: its reports may have to be
	 * written again.
	 */
	void removeEnded(PinnedRun run) {
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

}
