package dev.tieout.cli;

import dev.tieout.audit.jdbc.Previews;
import dev.tieout.audit.jdbc.RunSummaries;
import dev.tieout.operations.PlanOperations;
import dev.tieout.operations.Progress;
import dev.tieout.operations.RerunOperations;
import dev.tieout.operations.RunOperations;

/** Everything that runs jobs. */
public interface Engine extends AutoCloseable {

	RunOperations runs();

	RerunOperations reruns();

	PlanOperations plans();

	Progress progress();

	RunSummaries summaries();

	Previews previews();

	@Override
	void close();

}
