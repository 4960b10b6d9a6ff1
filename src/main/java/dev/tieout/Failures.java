package dev.tieout;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import dev.tieout.cli.Failure;
import dev.tieout.configuration.ConfigurationException;
import dev.tieout.database.DatabaseUnavailableException;
import dev.tieout.job.RunFailedException;
import dev.tieout.operations.RefusedException;
import dev.tieout.operations.StoppedException;
import dev.tieout.operations.Troubles;
import dev.tieout.operations.WrongUsageException;

/** Says in a person's words why a command ended, and which exit code that is. */
final class Failures {

	private static final int FAILED = 1;

	private static final int WRONG = 2;

	private static final int REFUSED = 3;

	private static final int STOPPED = 4;

	private Failures() {
	}

	static Failure of(Throwable thrown) {
		List<Throwable> causes = causes(thrown);
		for (Throwable cause : causes) {
			if (cause instanceof ConfigurationException || cause instanceof WrongUsageException) {
				return new Failure(WRONG, message(cause));
			}
			if (cause instanceof RefusedException) {
				return new Failure(REFUSED, message(cause));
			}
			if (cause instanceof StoppedException) {
				return new Failure(STOPPED, message(cause));
			}
			if (cause instanceof DatabaseUnavailableException || cause instanceof RunFailedException) {
				return new Failure(FAILED, message(cause));
			}
		}
		return causes.stream().anyMatch(Failures::isExpected) ? new Failure(FAILED, Troubles.tell(thrown))
				: unexpected(thrown);
	}

	/** What the world does to a program that is right. */
	private static boolean isExpected(Throwable cause) {
		if (cause instanceof SQLException sql) {
			return Troubles.isOfDatabase(sql) || (sql.getSQLState() != null && sql.getSQLState().matches("(53|58).*"));
		}
		return cause instanceof FileSystemException || (cause instanceof IOException
				&& isAbout(cause, "no space left", "broken pipe", "input/output error"));
	}

	private static boolean isAbout(Throwable cause, String... words) {
		String message = message(cause).toLowerCase(Locale.ROOT);
		return List.of(words).stream().anyMatch(message::contains);
	}

	private static Failure unexpected(Throwable thrown) {
		return new Failure(FAILED,
				"This should not happen: " + thrown.getClass().getSimpleName() + ": " + Troubles.tell(thrown)
						+ "\nRun the command again with --debug to see where it comes from, and report that.");
	}

	private static List<Throwable> causes(Throwable thrown) {
		Set<Throwable> causes = new LinkedHashSet<>();
		for (Throwable cause = thrown; cause != null && causes.add(cause);) {
			cause = cause.getCause();
		}
		return List.copyOf(causes);
	}

	private static String message(Throwable cause) {
		String message = cause.getMessage();
		return (message != null) ? message : cause.getClass().getSimpleName();
	}

}
