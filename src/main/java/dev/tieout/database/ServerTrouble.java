package dev.tieout.database;

import java.io.IOException;
import java.util.List;

/** Says in a sentence why the embedded server could not be made or started. */
final class ServerTrouble {

	private ServerTrouble() {
	}

	/**
	 * Explains what a server program said before it failed.
	 * @param output the program's output and the new lines of its log
	 * @param directory the data directory
	 * @return the failure, with the reason that a person can act on where it is known
	 */
	static DatabaseUnavailableException explain(String output, DataDirectory directory) {
		if (output.contains("No space left on device") || output.contains("Disk quota exceeded")) {
			return new DatabaseUnavailableException("The disk that holds the data directory '" + directory.root()
					+ "' is full. Free some space and start again; nothing is lost.");
		}
		if (output.contains("could not map anonymous shared memory") || output.contains("Cannot allocate memory")) {
			return new DatabaseUnavailableException(
					"There is too little free memory to start the database in '" + directory.root() + "'.");
		}
		if (output.contains("unshare") || output.contains("cannot be run as root")
				|| output.contains("execution of the PostgreSQL server is not permitted")) {
			return new DatabaseUnavailableException("PostgreSQL does not run as root, and this machine does not allow"
					+ " 'unshare -U'. Run Tieout as another user, or set SPRING_DATASOURCE_URL to a PostgreSQL of your own.");
		}
		return new DatabaseUnavailableException("The database in '" + directory.root() + "' does not start: "
				+ reason(output) + " The whole log is in '" + directory.log() + "'.");
	}

	/**
	 * Describes an input or output error, whose message alone is often only a file name.
	 * @param failure the error
	 * @return its kind and message
	 */
	static String describe(IOException failure) {
		String message = String.valueOf(failure.getMessage());
		if (message.contains("No space left on device")) {
			return "the disk is full (" + message + ").";
		}
		return failure.getClass().getSimpleName().replace("Exception", "") + ": " + message;
	}

	private static String reason(String output) {
		List<String> lines = output.lines().filter((line) -> !line.isBlank()).toList();
		return lines.stream()
			.filter((line) -> line.contains("FATAL:") || line.contains("PANIC:") || line.contains("error:"))
			.reduce((first, second) -> second)
			.or(() -> lines.stream().reduce((first, second) -> second))
			.map((line) -> "\"" + line.strip() + "\"")
			.orElse("it gave no reason.");
	}

}
