package dev.tieout.torture;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import dev.tieout.hostile.TieoutProcess;
import dev.tieout.hostile.TieoutProcess.Ended;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A command on a heap of 512 MB, and what it took.
 *
 * @param seconds wall time, its start included
 * @param heapMegabytes the most of the heap that was in use when the collector looked
 * @param residentMegabytes the most memory that the process had
 * @param output what it printed
 */
record HeavyRun(long seconds, long heapMegabytes, long residentMegabytes, String output) {

	private static final int HEAP = 512;

	private static final Pattern HEAP_BEFORE = Pattern.compile("(\\d+)M->\\d+M\\(\\d+M\\)");

	private static final Pattern RESIDENT = Pattern.compile("VmHWM:\\s+(\\d+) kB");

	/** Runs a command that has to end with 0. */
	static HeavyRun of(Path folder, Map<String, String> environment, String... arguments)
			throws IOException, InterruptedException {
		Path log = folder.resolve("collector.log");
		List<String> java = List.of("-Xmx" + HEAP + "m", "-XX:+UseParallelGC", "-XX:+ExitOnOutOfMemoryError",
				"-Xlog:gc:file=" + log);
		long start = System.nanoTime();
		long resident = 0;
		try (TieoutProcess process = TieoutProcess.start(java, folder, environment, arguments)) {
			while (process.isAlive()) {
				resident = Math.max(resident, first(RESIDENT, Path.of("/proc/%d/status".formatted(process.pid()))));
				Thread.sleep(50);
			}
			Ended ended = process.ended(Duration.ofSeconds(10));
			assertThat(ended.exitCode()).as(ended.errors() + ended.output()).isZero();
			assertThat(ended.errors()).doesNotContain("OutOfMemory", "Exception");
			long heap = most(HEAP_BEFORE, Files.readString(log));
			assertThat(heap).isLessThanOrEqualTo(HEAP);
			return new HeavyRun(Math.round((System.nanoTime() - start) / 1e9), heap, resident / 1024, ended.output());
		}
	}

	void note(String what, long count) {
		Figures.note("size", what, count);
		Figures.note("size", what + ": seconds", this.seconds);
		Figures.note("size", what + ": MB of heap, at most", this.heapMegabytes);
		Figures.note("size", what + ": MB of memory, at most", this.residentMegabytes);
	}

	private static long first(Pattern pattern, Path file) {
		try {
			Matcher found = pattern.matcher(Files.readString(file));
			return found.find() ? Long.parseLong(found.group(1)) : 0;
		}
		catch (IOException ex) {
			return 0; // It has ended meanwhile, or this is no Linux.
		}
	}

	private static long most(Pattern pattern, String text) {
		return pattern.matcher(text).results().mapToLong((found) -> Long.parseLong(found.group(1))).max().orElse(0);
	}

}
