package dev.tieout.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A command of Tieout as a process of its own, measured from outside, its start included.
 *
 * @param seconds wall time
 * @param residentMegabytes the process's largest resident set
 * @param heapMegabytes the most of the heap that was in use, as the collector saw it
 * @param output what it printed
 */
record Measured(double seconds, long residentMegabytes, long heapMegabytes, String output) {

	private static final Pattern HEAP_BEFORE = Pattern.compile("(\\d+)M->\\d+M\\(\\d+M\\)");

	private static final Pattern RESIDENT = Pattern.compile("VmHWM:\\s+(\\d+) kB");

	static Measured of(Path folder, String heap, Map<String, String> environment, String... arguments)
			throws IOException, InterruptedException {
		Path collector = folder.resolve("collector.log");
		Path output = folder.resolve("tieout.out");
		Path errors = folder.resolve("tieout.err");
		List<String> command = new ArrayList<>(List.of(launcher().toString()));
		command.addAll(List.of(arguments));
		ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
			.redirectOutput(output.toFile())
			.redirectError(errors.toFile());
		builder.environment().putAll(environment);
		builder.environment().put("TIEOUT_JAVA_OPTS", "-Xmx" + heap + " -Xlog:gc:file=" + collector);
		long start = System.nanoTime();
		Process process = builder.start();
		long resident = 0;
		while (!process.waitFor(20, TimeUnit.MILLISECONDS)) {
			resident = Math.max(resident, resident(process.pid()));
		}
		double seconds = (System.nanoTime() - start) / 1e9;
		if (process.exitValue() != 0) {
			throw new IllegalStateException(String.join(" ", arguments) + " ended with " + process.exitValue() + ":\n"
					+ Files.readString(output) + Files.readString(errors));
		}
		return new Measured(seconds, resident / 1024, heap(collector), Files.readString(output));
	}

	private static Path launcher() {
		return Path.of("tieout").toAbsolutePath();
	}

	/** The launcher becomes Java by exec, so the process stays the same. */
	private static long resident(long process) {
		try {
			Matcher line = RESIDENT.matcher(Files.readString(Path.of("/proc", Long.toString(process), "status")));
			return line.find() ? Long.parseLong(line.group(1)) : 0;
		}
		catch (IOException ex) {
			return 0; // It has ended meanwhile, or this is no Linux.
		}
	}

	private static long heap(Path log) throws IOException {
		long most = 0;
		Matcher sizes = HEAP_BEFORE.matcher(Files.readString(log));
		while (sizes.find()) {
			most = Math.max(most, Long.parseLong(sizes.group(1)));
		}
		return most;
	}

}
