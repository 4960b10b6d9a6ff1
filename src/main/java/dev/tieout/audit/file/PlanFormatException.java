package dev.tieout.audit.file;

/** A file is no plan as Tieout writes it. The message says why, as part of a sentence. */
public final class PlanFormatException extends RuntimeException {

	private static final long serialVersionUID = 1L;

	PlanFormatException(String message) {
		super(message);
	}

}
