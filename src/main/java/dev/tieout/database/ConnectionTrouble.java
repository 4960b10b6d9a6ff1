package dev.tieout.database;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.sql.SQLException;
import java.util.Properties;

import org.postgresql.Driver;

/** Says in a sentence why a connection was refused. */
final class ConnectionTrouble {

	private static final int PROBE_MILLISECONDS = 2_000;

	private ConnectionTrouble() {
	}

	/** Whether the server is starting, stopping or not listening at this moment. */
	static boolean isNotReady(SQLException failure) {
		String state = String.valueOf(failure.getSQLState());
		return state.startsWith("08") || state.startsWith("57P");
	}

	/**
	 * Explains a refused connection.
	 * @param access how it was tried
	 * @param login as whom
	 * @param failure what the driver said
	 * @return the failure, with the reason and what to do
	 */
	static DatabaseUnavailableException explain(DatabaseAccess access, Credentials login, SQLException failure) {
		String at = "The database at " + access.place();
		String reason = switch (String.valueOf(failure.getSQLState())) {
			case "28P01" -> " does not accept the password of the user '" + login + "'.";
			case "28000" -> " does not let the user '" + login + "' in: " + text(failure);
			case "3D000" -> " does not exist on its server. Create it: create database <name> encoding 'UTF8';";
			case "53300" -> " has no connection left. End other programs that use it, or raise its max_connections.";
			case "57P03" -> " is starting or stopping. Try again in a moment.";
			default -> speaksSomethingElse(access)
					? " is not PostgreSQL: something else answers there. Check SPRING_DATASOURCE_URL."
					: " cannot be reached: " + text(failure);
		};
		return new DatabaseUnavailableException(at + reason, failure);
	}

	private static String text(SQLException failure) {
		Throwable cause = failure.getCause();
		String detail = (cause instanceof IOException) ? " (" + cause.getMessage() + ")" : "";
		return String.valueOf(failure.getMessage()).strip() + detail;
	}

	/** The driver reports an unreachable server and a foreign one alike. */
	private static boolean speaksSomethingElse(DatabaseAccess access) {
		Properties parts = Driver.parseURL(access.url(), new Properties());
		if (parts == null) {
			return false;
		}
		String host = parts.getProperty("PGHOST", "localhost").split(",")[0];
		String port = parts.getProperty("PGPORT", "5432").split(",")[0];
		try (Socket socket = new Socket()) {
			socket.connect(new InetSocketAddress(host, Integer.parseInt(port)), PROBE_MILLISECONDS);
			return true;
		}
		catch (IOException ex) {
			return false;
		}
	}

}
