package dev.tieout.operations;

/** A command that makes no sense as it was asked for (exit code 2). */
public final class WrongUsageException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	public WrongUsageException(String message) {
		super(message);
	}

}
