package dev.tieout.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Another process that opens the database of a data directory, says where it is, and
 * holds it until its input ends.
 */
final class ServerUser implements AutoCloseable {

	private final Process process;

	private final BufferedReader output;

	private ServerUser(Process process) {
		this.process = process;
		this.output = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
	}

	/** What the other process runs. */
	public static void main(String[] arguments) throws IOException {
		try (Database database = Database.open(Path.of(arguments[0]), Map.of());
				var connection = database.dataSource().getConnection();
				var statement = connection.createStatement();
				var row = statement.executeQuery("select inet_server_port(), pg_postmaster_start_time()")) {
			row.next();
			System.out.println(row.getInt(1) + " " + row.getString(2));
			System.in.readAllBytes();
		}
		catch (SQLException ex) {
			throw new IllegalStateException(ex);
		}
	}

	static ServerUser start(Path data) {
		try {
			return new ServerUser(new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
					"-Xmx128m", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
					ServerUser.class.getName(), data.toString())
				.redirectError(ProcessBuilder.Redirect.INHERIT)
				.start());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Waits until it has the database open, and returns the server's port and start. */
	String server() {
		try {
			return String.valueOf(this.output.readLine());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** As <code>kill -9</code> does. */
	void kill() throws InterruptedException {
		this.process.destroyForcibly().waitFor();
	}

	/** As <code>kill</code> or Ctrl-C does. */
	void terminate() throws InterruptedException {
		this.process.destroy();
		this.process.waitFor();
	}

	/** Lets it end on its own, and returns its exit code. */
	int finish() throws IOException, InterruptedException {
		this.process.getOutputStream().close();
		if (!this.process.waitFor(60, TimeUnit.SECONDS)) {
			throw new IllegalStateException("does not end");
		}
		return this.process.exitValue();
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
	}

}
