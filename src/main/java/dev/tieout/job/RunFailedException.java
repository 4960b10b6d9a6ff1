package dev.tieout.job;

/**
 * A run cannot go on for a reason that a person has to see. Nothing was posted. The
 * message is for that person.
 */
public final class RunFailedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public RunFailedException(String message) {
		super(message);
	}

}
