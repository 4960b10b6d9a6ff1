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
	 * Starts all that serves.
	 * @param data the data directory
	 * @param port where health and metrics are to be had over HTTP; 0 = nowhere
	 * @return a process that does not serve yet, to be closed
	 */
	Server server(Path data, int port);

	/**
	 * Says in a person's words why a command ended.
	 * @param cause what was thrown
	 * @return the words and the exit code
	 */
	Failure failure(Throwable cause);

}
