package dev.tieout.bulk;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

/**
 * Commits that do not wait for the disk. For transactions of which it is enough that they
 * are lost as a whole: a chunk holds its rows and the position after them, so a server
 * that crashes within the moment until they are on disk leaves a position from which the
 * run goes on. What such a transaction committed is durable with the next commit that
 * waits, and posting waits.
 */
public final class AsynchronousCommit {

	private AsynchronousCommit() {
	}

	/**
	 * Lets the connection's current transaction commit so.
	 * @param connection in a transaction
	 * @throws SQLException when the database refuses
	 */
	public static void choose(Connection connection) throws SQLException {
		try (Statement statement = connection.createStatement()) {
			statement.execute("set local synchronous_commit = off");
		}
	}

}
