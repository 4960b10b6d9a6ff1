package dev.tieout.cli;

import dev.tieout.audit.jdbc.RunSummaries;
import dev.tieout.operations.Progress;
import dev.tieout.operations.RunOperations;

/** Everything that runs jobs. */
public interface Engine extends AutoCloseable {

	RunOperations runs();

	Progress progress();

	RunSummaries summaries();

	@Override
	void close();

}
