package dev.tieout.hostile;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;

/**
 * The command line as a process of its own: the packaged application where the build says
 * which, else the classes under test.
 */
public final class TieoutProcess implements AutoCloseable {

	private static final Duration PATIENCE = Duration.ofMinutes(2);

	private static final List<String> SMALL = List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

	private static final AtomicInteger NUMBER = new AtomicInteger();

	private final Process process;

	private final Path output;

	private final Path errors;

	private TieoutProcess(Process process, Path output, Path errors) {
		this.process = process;
		this.output = output;
		this.errors = errors;
	}

	/** Starts a command in a folder, which is where its relative paths start. */
	public static TieoutProcess start(Path folder, Map<String, String> environment, String... arguments) {
		return start(SMALL, folder, environment, arguments);
	}

	/** Starts a command through another that runs what it is given. */
	public static TieoutProcess startThrough(List<String> other, Path folder, Map<String, String> environment,
			String... arguments) {
		List<String> command = new ArrayList<>(other);
		command.addAll(command(SMALL, arguments));
		return started(command, folder, environment);
	}

	/** Starts a command with options for its Java. */
	public static TieoutProcess start(List<String> java, Path folder, Map<String, String> environment,
			String... arguments) {
		return started(command(java, arguments), folder, environment);
	}

	private static TieoutProcess started(List<String> command, Path folder, Map<String, String> environment) {
		int number = NUMBER.incrementAndGet();
		Path output = folder.resolve("process-%d.out".formatted(number));
		Path errors = folder.resolve("process-%d.err".formatted(number));
		ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile())
			.redirectOutput(output.toFile())
			.redirectError(errors.toFile());
		builder.environment().keySet().removeIf((name) -> name.startsWith("SPRING_"));
		builder.environment().putAll(environment);
		try {
			return new TieoutProcess(builder.start(), output, errors);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private static List<String> command(List<String> java, String... arguments) {
		List<String> command = new ArrayList<>();
		command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
		command.addAll(java);
		command.add("-Dfile.encoding=UTF-8");
		Path jar = Path.of(System.getProperty("tieout.jar", "none"));
		command.addAll(Files.exists(jar) ? List.of("-jar", jar.toString())
				: List.of("-cp", System.getProperty("java.class.path"), "dev.tieout.Tieout"));
		command.addAll(List.of(arguments));
		return command;
	}

	/** Waits for what another session sees of this process, while it lives. */
	public void awaitWhileAlive(BooleanSupplier seen, String what) throws InterruptedException {
		long until = System.nanoTime() + PATIENCE.toNanos();
		while (!seen.getAsBoolean()) {
			if (!this.process.isAlive()) {
				throw new AssertionError("ended before it could be seen to " + what + ":\n" + ended());
			}
			if (System.nanoTime() > until) {
				throw new AssertionError("was never seen to " + what + ":\n" + errors());
			}
			Thread.sleep(20);
		}
	}

	public long pid() {
		return this.process.pid();
	}

	/** Waits so long for its end, and returns whether it came. */
	public boolean endsWithin(Duration patience) throws InterruptedException {
		return this.process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
	}

	public boolean isAlive() {
		return this.process.isAlive();
	}

	/** As {@code kill -9} does. */
	public void kill() throws InterruptedException {
		this.process.destroyForcibly().waitFor();
	}

	/** As {@code kill} does. */
	public void terminate() {
		this.process.destroy();
	}

	/** As Ctrl-C does, which Java has no method for. */
	public void interrupt() throws Exception {
		new ProcessBuilder("sh", "-c", "kill -INT " + this.process.pid()).inheritIO().start().waitFor();
	}

	/** Waits for its end. */
	public Ended ended() throws InterruptedException {
		return ended(PATIENCE);
	}

	/** Waits so long for its end. */
	public Ended ended(Duration patience) throws InterruptedException {
		if (!this.process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
			throw new AssertionError("does not end:\n" + errors() + "\n" + threads());
		}
		return new Ended(this.process.exitValue(), read(this.output), errors());
	}

	/** What a process that does not end is about. */
	private String threads() {
		String java = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
		try {
			Process dump = new ProcessBuilder(java, Long.toString(pid()), "Thread.print").redirectErrorStream(true)
				.start();
			return new String(dump.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		}
		catch (IOException ex) {
			return ex.toString();
		}
	}

	public String errors() {
		return read(this.errors);
	}

	private static String read(Path file) {
		try {
			return Files.readString(file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		this.process.destroyForcibly();
	}

	/**
	 * What a process left.
	 *
	 * @param exitCode as in jobs.md
	 * @param output its results
	 * @param errors its messages
	 */
	public record Ended(int exitCode, String output, String errors) {

	}

}
