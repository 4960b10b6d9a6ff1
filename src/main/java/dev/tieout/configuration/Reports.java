package dev.tieout.configuration;

import java.nio.file.Path;
import java.util.Set;

/**
 * What a run writes.
 *
 * @param directory where reports go
 * @param formats at least one
 * @param maskCustomers whether customers' addresses are masked in every report
 * @param keepDays after how many days a report may be deleted
 */
public record Reports(Path directory, Set<ReportFormat> formats, boolean maskCustomers, int keepDays) {

	public Reports {
		formats = Set.copyOf(formats);
	}

}
