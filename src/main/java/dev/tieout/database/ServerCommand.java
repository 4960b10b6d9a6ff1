package dev.tieout.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs PostgreSQL's programs in the data directory, away from the caller's environment.
 *
 * @param programs the unpacked programs
 * @param directory the data directory, in which they run: their arguments are relative to
 * it
 */
record ServerCommand(ServerPrograms programs, DataDirectory directory) {

	private static final Path SELF = Path.of("/proc/self");

	/**
	 * What became of a program.
	 *
	 * @param exitCode 0 if it did its work
	 * @param output what it said
	 */
	record Result(int exitCode, String output) {

		boolean succeeded() {
			return this.exitCode == 0;
		}

	}

	/**
	 * Runs a program to its end.
	 * @param input what it reads
	 * @param program its name
	 * @param arguments its arguments
	 * @return what became of it
	 * @throws IOException if it cannot be started
	 */
	Result run(String input, String program, String... arguments) throws IOException {
		List<String> command = new ArrayList<>();
		if (isRoot()) {
			// PostgreSQL refuses root; in a user namespace of its own it is nobody.
			command.addAll(List.of("unshare", "-U"));
		}
		command.add(this.programs.program(program));
		command.addAll(List.of(arguments));
		ProcessBuilder builder = new ProcessBuilder(command).directory(this.directory.root().toFile())
			.redirectErrorStream(true);
		Map<String, String> environment = builder.environment();
		environment.keySet().retainAll(List.of("PATH", "HOME", "TMPDIR"));
		environment.put("LC_ALL", "C");
		Process process = builder.start();
		try (var standardInput = process.getOutputStream()) {
			standardInput.write(input.getBytes(StandardCharsets.UTF_8));
		}
		String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		return new Result(exitCode(process), output);
	}

	private static int exitCode(Process process) {
		try {
			return process.waitFor();
		}
		catch (InterruptedException ex) {
			process.destroy();
			Thread.currentThread().interrupt();
			throw new DatabaseUnavailableException("Interrupted while the database was starting.", ex);
		}
	}

	private static boolean isRoot() throws IOException {
		return Files.exists(SELF) && Files.getAttribute(SELF, "unix:uid").equals(0);
	}

}
