package dev.tieout.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.springframework.util.StringUtils;

/**
 * The server that <code>postmaster.pid</code> names, alive or not.
 *
 * @param cluster the directory of the database files, as a real path
 * @param pid the process
 * @param port where it listens
 */
record Postmaster(Path cluster, long pid, int port) {

	/** A number that no process has: Linux ends at 4,194,304, macOS at 99,998. */
	private static final long NO_PROCESS = 2_000_000_000L;

	/**
	 * Reads <code>postmaster.pid</code>.
	 * @param cluster the directory of the database files
	 * @return the server, or empty if none is named
	 * @throws IOException if the file cannot be read
	 */
	static Optional<Postmaster> of(Path cluster) throws IOException {
		List<String> lines;
		try {
			lines = Files.readAllLines(file(cluster));
		}
		catch (NoSuchFileException ex) {
			return Optional.empty();
		}
		if (lines.size() < 4 || !isNumber(lines.get(0)) || !isNumber(lines.get(3))) {
			return Optional.empty();
		}
		return Optional
			.of(new Postmaster(cluster, Long.parseLong(lines.get(0).strip()), Integer.parseInt(lines.get(3).strip())));
	}

	private static Path file(Path cluster) {
		return cluster.resolve("postmaster.pid");
	}

	private static boolean isNumber(String text) {
		return text.strip().matches("[0-9]{1,9}");
	}

	/**
	 * Whether the process is alive, and a server of just these files. After a crash its
	 * number may be another program's.
	 */
	boolean isRunning() {
		return ProcessHandle.of(this.pid).filter(ProcessHandle::isAlive).filter(this::isServerHere).isPresent();
	}

	private boolean isServerHere(ProcessHandle process) {
		Path workingDirectory = Path.of("/proc", Long.toString(this.pid), "cwd");
		if (!Files.exists(Path.of("/proc/self/cwd"))) {
			return process.info().command().map((command) -> command.endsWith("postgres")).orElse(true);
		}
		try {
			// A server works in its files' directory. Also a dead one that nobody buried
			// has no working directory any more.
			return Files.readSymbolicLink(workingDirectory).equals(this.cluster);
		}
		catch (IOException ex) {
			return false;
		}
	}

	/**
	 * Lets a new server take over the files of a dead one although its number is taken by
	 * another program. The file stays: the new server finds in it whether parts of the
	 * dead one are still at work.
	 * @throws IOException if the file cannot be written
	 */
	void disown() throws IOException {
		if (ProcessHandle.of(this.pid).isPresent()) {
			Path changed = this.cluster.resolve("postmaster.pid.tieout");
			try (Stream<String> lines = Files.lines(file(this.cluster))) {
				Files.writeString(changed, lines.skip(1).collect(Collectors.joining("\n", NO_PROCESS + "\n", "\n")));
			}
			Files.move(changed, file(this.cluster), StandardCopyOption.ATOMIC_MOVE);
		}
	}

	/**
	 * Stops the server, also if somebody is still connected by other means. One that has
	 * not ended by then is stopped at once, which loses nothing either: the next start
	 * recovers. PostgreSQL 18 never ends when it is told to while it recovers from the
	 * death of one of its processes.
	 * @param gently how long to wait for a clean end
	 * @param atOnce how long to wait then
	 * @return whether it has ended
	 * @throws IOException if it cannot be told
	 */
	boolean stop(Duration gently, Duration atOnce) throws IOException {
		signal("INT");
		if (Poll.until(() -> !isRunning(), gently)) {
			return true;
		}
		signal("QUIT");
		return Poll.until(() -> !isRunning(), atOnce);
	}

	/**
	 * Java can send neither, PostgreSQL's signals for a fast and an immediate shutdown.
	 */
	private void signal(String name) throws IOException {
		Process signal = new ProcessBuilder("sh", "-c", "kill -" + name + " " + this.pid).redirectErrorStream(true)
			.start();
		String complaint = new String(signal.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		if (StringUtils.hasText(complaint) && isRunning()) {
			throw new IOException("process " + this.pid + " takes no signal: " + complaint.strip());
		}
	}

}
