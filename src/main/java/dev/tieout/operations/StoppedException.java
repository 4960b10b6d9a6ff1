package dev.tieout.operations;

/** A command was told to end before it had begun a run (exit code 4). */
public final class StoppedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public StoppedException(String message) {
		super(message);
	}

}
