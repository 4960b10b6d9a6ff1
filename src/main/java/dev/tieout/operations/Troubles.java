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
			if (cause instanceof SQLException sql && (sql.getSQLState() != null || isGone(sql))) {
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

	/**
	 * Whether the database went away, or let nobody in: all else may be right.
	 * @param failure what was thrown
	 * @return whether that is its cause
	 */
	public static boolean isOfDatabase(Throwable failure) {
		for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
			if (cause instanceof SQLException sql && (isGone(sql) || "53300".equals(sql.getSQLState()))) {
				return true;
			}
		}
		return false;
	}

	/**
	 * The pool has no code for a connection that broke, nor for one that it cannot get.
	 */
	private static boolean isGone(SQLException failure) {
		String state = failure.getSQLState();
		return (state != null) ? state.startsWith("08") || state.startsWith("57P")
				: failure instanceof SQLTransientConnectionException
						|| "Connection is closed".equals(failure.getMessage());
	}

	private static String ofDatabase(SQLException failure) {
		String state = String.valueOf(failure.getSQLState());
		if (isGone(failure)) {
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
