package dev.tieout.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

import dev.tieout.database.DirectoryAccess;
import dev.tieout.hostile.TieoutProcess;

/** What hits a command at work, or the server under it. */
enum Blow {

	/** The command's process is killed; its server lives on. */
	PROCESS("process killed"),

	/** One of the server's processes is killed, and the server restarts itself. */
	BACKEND("backend killed"),

	/** The server is told to stop at once, as {@code pg_ctl stop -m immediate} does. */
	IMMEDIATE("server stopped, mode immediate"),

	/** The server's first process is killed, and the others notice. */
	POSTMASTER("postmaster killed"),

	/** All processes are killed at one moment. */
	ALL("process and server killed");

	private final String words;

	Blow(String words) {
		this.words = words;
	}

	/** Strikes; returns whether there was anything to hit. */
	boolean strike(TieoutProcess process, Path data, SplittableRandom dice) throws IOException, InterruptedException {
		if (!process.isAlive()) {
			return false;
		}
		Optional<ProcessHandle> server = (this != PROCESS) ? DirectoryAccess.server(data) : Optional.empty();
		if (this != PROCESS && server.isEmpty()) {
			return false;
		}
		switch (this) {
			case PROCESS -> process.kill();
			case BACKEND -> {
				List<ProcessHandle> backends = server.orElseThrow().children().filter(Blow::isSession).toList();
				return !backends.isEmpty() && backends.get(dice.nextInt(backends.size())).destroyForcibly();
			}
			// Java can send no SIGQUIT.
			case IMMEDIATE ->
				new ProcessBuilder("sh", "-c", "kill -QUIT " + server.orElseThrow().pid()).start().waitFor();
			case POSTMASTER -> server.orElseThrow().destroyForcibly();
			case ALL -> {
				List<ProcessHandle> parts = server.orElseThrow().children().toList();
				server.orElseThrow().destroyForcibly();
				parts.forEach(ProcessHandle::destroyForcibly);
				process.kill();
			}
		}
		return true;
	}

	/**
	 * A process of the server writes what it is about over its arguments, where Java does
	 * not see it.
	 */
	private static boolean isSession(ProcessHandle part) {
		Path title = Path.of("/proc/%d/cmdline".formatted(part.pid()));
		try {
			return Files.isReadable(title) && Files.readString(title).contains("127.0.0.1");
		}
		catch (IOException ex) {
			return false; // It has ended meanwhile.
		}
	}

	/** Whether the command lives on and has to end by itself. */
	boolean leavesTheCommand() {
		return this != PROCESS && this != ALL;
	}

	@Override
	public String toString() {
		return this.words;
	}

}
