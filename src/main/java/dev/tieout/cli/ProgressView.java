package dev.tieout.cli;

import dev.tieout.operations.Progress;

/** Shows how far a run is. */
interface ProgressView extends AutoCloseable {

	/** Shows where a run stands; called about twice a second. */
	void show(Progress.Snapshot snapshot);

	/** Shows a message among the progress. */
	void say(String message);

	@Override
	void close();

}
