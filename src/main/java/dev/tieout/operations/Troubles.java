package dev.tieout.operations;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/** Says technical failures in a person's words. */
public final class Troubles {

	private Troubles() {
	}

	/**
	 * Returns one clear sentence about a failure, and what to do.
	 * @param failure what was thrown
	 * @return a sentence
	 */
	public static String tell(Throwable failure) {
		Throwable deepest = failure;
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof SQLException sql && sql.getSQLState() != null) {
				return ofDatabase(sql);
			}
			if (cause instanceof AccessDeniedException denied) {
				return "No right to write or read '" + denied.getFile() + "'. Give the user the right, then run again.";
			}
			if (cause instanceof FileSystemException file) {
				return "'" + file.getFile() + "' cannot be used: "
						+ ((file.getReason() != null) ? file.getReason() : file.getMessage()) + ".";
			}
			deepest = cause;
		}
		String message = deepest.getMessage();
		if (message != null && message.contains("No space left on device")) {
			return "The disk is full. Make room, then run again: what was committed is kept.";
		}
		return (message != null) ? message : deepest.getClass().getSimpleName();
	}

	/** Whether the database went away, or let nobody in: all else may be right. */
	static boolean isOfDatabase(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof SQLTransientConnectionException || (cause instanceof SQLException sql
					&& sql.getSQLState() != null && sql.getSQLState().matches("(08|57P|53300).*"))) {
				return true;
			}
		}
		return false;
	}

	private static String ofDatabase(SQLException failure) {
		String state = failure.getSQLState();
		if (state.startsWith("08") || state.startsWith("57P")) {
			return "The database went away (" + failure.getMessage()
					+ "). When it is back, run the same command again: what was committed is kept, and nothing counts twice.";
		}
		if (state.equals("53100")) {
			return "The database's disk is full. Make room, then run the same command again: what was committed is kept.";
		}
		if (state.equals("53300")) {
			return "The database accepts no more connections. Close some, then run the same command again.";
		}
		return "The database refused: " + failure.getMessage();
	}

}
