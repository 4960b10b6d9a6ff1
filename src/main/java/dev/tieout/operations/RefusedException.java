package dev.tieout.operations;

/** A command that is understood but must not be done now (exit code 3). */
public final class RefusedException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public RefusedException(String message) {
		super(message);
	}

}
