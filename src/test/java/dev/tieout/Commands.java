package dev.tieout;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

import dev.tieout.cli.Cli;
import dev.tieout.cli.Console;

/**
 * Commands as they are typed, in this process.
 *
 * @param environment says which database
 * @param home where jobs and reports are
 */
public record Commands(Map<String, String> environment, Path home) {

	/**
	 * Runs a command.
	 * @param words what is typed after {@code tieout}
	 * @return what it printed
	 */
	public Printed run(String... words) {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		ByteArrayOutputStream err = new ByteArrayOutputStream();
		int code = new Cli(new ApplicationServices(this.environment), Console.of(out, err), Optional.of(this.home))
			.run(words);
		return new Printed(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
	}

	/**
	 * What a command printed.
	 *
	 * @param code its exit code
	 * @param out its results
	 * @param err its messages
	 */
	public record Printed(int code, String out, String err) {

	}

}
