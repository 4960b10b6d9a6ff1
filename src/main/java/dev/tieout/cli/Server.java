package dev.tieout.cli;

import java.nio.file.Path;
import java.util.function.Consumer;

/** A process that starts jobs at their times. */
public interface Server extends AutoCloseable {

	/**
	 * Begins to serve.
	 * @param jobs the directory of job files
	 * @param lines takes what happens, a line at a time
	 */
	void start(Path jobs, Consumer<String> lines);

	/**
	 * Comes to a clean stop: starts no job any more, and stops the run at work at its
	 * next chunk boundary.
	 * @return whether a run was stopped
	 */
	boolean end();

	@Override
	void close();

}
