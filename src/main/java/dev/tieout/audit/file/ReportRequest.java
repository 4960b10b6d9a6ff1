package dev.tieout.audit.file;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

import dev.tieout.audit.Masking;
import dev.tieout.audit.RunSummary;

/**
 * What a run's reports are to be made from (jobs.md, the section reports).
 *
 * @param summary the run's
 * @param directory where the run's folder goes
 * @param formats which reports are wanted
 * @param masking whether customers are named
 * @param decisionParts the rows of {@code decisions.csv} as the run wrote them, without
 * headers, in order; where there are none they are read from the database
 * @param keepDays how many days a run's folder is kept
 */
public record ReportRequest(RunSummary summary, Path directory, Set<Format> formats, Masking masking,
		List<Path> decisionParts, int keepDays) {

	public ReportRequest {
		formats = Set.copyOf(formats);
		decisionParts = List.copyOf(decisionParts);
	}

	/** The formats of reports. */
	public enum Format {

		HTML, CSV, XLSX

	}

}
