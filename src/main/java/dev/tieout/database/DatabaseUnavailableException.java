package dev.tieout.database;

/**
 * The database cannot be used. The message is a sentence for a person, says what to do
 * where there is something to do, and never holds a password.
 */
public final class DatabaseUnavailableException extends RuntimeException {

	DatabaseUnavailableException(String message) {
		super(message);
	}

	DatabaseUnavailableException(String message, Throwable cause) {
		super(message, cause);
	}

}
