package dev.tieout.cli;

import java.nio.file.Path;

/** Where commands get what they work with, so that each starts only what it needs. */
public interface Services {

	/**
	 * Opens the database for commands that run no job.
	 * @param data the data directory
	 * @return what such commands need, to be closed
	 */
	Desk desk(Path data);

	/**
	 * Starts all that runs jobs.
	 * @param data the data directory
	 * @return what such commands need, to be closed
	 */
	Engine engine(Path data);

	/**
	 * Says in a person's words why a command ended.
	 * @param cause what was thrown
	 * @return the words and the exit code
	 */
	Failure failure(Throwable cause);

}
