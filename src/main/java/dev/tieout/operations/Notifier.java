package dev.tieout.operations;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

import dev.tieout.configuration.Notification;
import dev.tieout.configuration.SecretText;

/**
 * Starts the command of {@code notify}: without a shell, in an environment of its own,
 * with the alert as JSON on its standard input, and not for longer than it is allowed.
 */
final class Notifier {

	private static final long LAST_WORDS_MILLIS = 1_000;

	private final Map<String, String> environment;

	Notifier() {
		this(System.getenv());
	}

	Notifier(Map<String, String> environment) {
		this.environment = environment;
	}

	/**
	 * Tells an alert.
	 * @param notification whom to tell
	 * @param jobFile where the job file stands: its directory is the command's
	 * @param alert what to tell
	 */
	Outcome tell(Notification notification, Path jobFile, Alert alert) {
		String command = notification.command().get(0).written();
		Process process;
		try {
			process = start(notification.command(), directory(jobFile));
		}
		catch (IOException ex) {
			return new Outcome(command, Optional.of("could not be started (" + reason(ex) + ")"), "");
		}
		CommandOutput output = CommandOutput.of(process.getInputStream());
		try {
			write(process, alert.json(host()));
			if (!process.waitFor(notification.timeout().toMillis(), TimeUnit.MILLISECONDS)) {
				end(process);
				return new Outcome(command,
						Optional.of("had not ended after " + notification.timeout().toSeconds() + " s and was ended"),
						output.within(LAST_WORDS_MILLIS));
			}
			int code = process.exitValue();
			return new Outcome(command, (code == 0) ? Optional.empty() : Optional.of("ended with exit code " + code),
					output.within(LAST_WORDS_MILLIS));
		}
		catch (InterruptedException ex) {
			end(process);
			Thread.currentThread().interrupt();
			return new Outcome(command, Optional.of("was ended because Tieout itself was told to end"), "");
		}
	}

	private Process start(List<SecretText> command, Path directory) throws IOException {
		List<String> words = new ArrayList<>(command.stream().map(SecretText::value).toList());
		if (words.get(0).contains("/")) {
			words.set(0, directory.resolve(words.get(0)).normalize().toString());
		}
		ProcessBuilder builder = new ProcessBuilder(words).directory(directory.toFile()).redirectErrorStream(true);
		Map<String, String> clean = builder.environment();
		clean.clear();
		for (String kept : List.of("PATH", "HOME")) {
			Optional.ofNullable(this.environment.get(kept)).ifPresent((value) -> clean.put(kept, value));
		}
		clean.put("LANG", "C.UTF-8");
		clean.put("LC_ALL", "C.UTF-8");
		return builder.start();
	}

	private static Path directory(Path jobFile) {
		Path parent = jobFile.toAbsolutePath().normalize().getParent();
		return (parent != null) ? parent : Path.of("/");
	}

	/**
	 * A command need not read what it is told; its exit code says whether it succeeded.
	 */
	private static void write(Process process, String json) {
		try (OutputStream in = process.getOutputStream()) {
			in.write(json.getBytes(StandardCharsets.UTF_8));
		}
		catch (IOException ex) {
			Alerts.LOG.debug("the command does not read its standard input", ex);
		}
	}

	/**
	 * Ends a process with all that it has started: the parent first, so that it starts no
	 * more.
	 */
	private static void end(Process process) {
		List<ProcessHandle> started = process.descendants().toList();
		process.destroyForcibly();
		started.forEach(ProcessHandle::destroyForcibly);
	}

	/**
	 * The last part of such as: Cannot run program "x" (in directory "y"): error=2, No
	 * such file.
	 */
	private static String reason(IOException failure) {
		String message = String.valueOf(failure.getMessage());
		int code = message.lastIndexOf("error=");
		return (code >= 0) ? message.substring(message.indexOf(' ', code) + 1) : "its name cannot be used";
	}

	private static String host() {
		try {
			return InetAddress.getLocalHost().getHostName();
		}
		catch (UnknownHostException ex) {
			return "unknown";
		}
	}

	/**
	 * What came of telling.
	 *
	 * @param command the program, as the job file has it
	 * @param failure what went wrong, to follow the program's name; empty if it was told
	 * @param output what the command wrote, in part
	 */
	record Outcome(String command, Optional<String> failure, String output) {

		/** Such as: It said: no route to host. */
		String saying() {
			return this.output.isBlank() ? "" : " It said: " + this.output;
		}

	}

}
