package dev.tieout;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

import dev.tieout.cli.Cli;
import dev.tieout.cli.Console;

/** Where the process starts. */
public final class Tieout {

	private Tieout() {
	}

	public static void main(String[] arguments) {
		// Some languages write numbers in other digits, and lower-case I in another way.
		Locale.setDefault(Locale.ENGLISH);
		Optional<Path> home = Optional.ofNullable(System.getProperty("tieout.home")).map(Path::of);
		Console console = Console.ofThisProcess(System.getProperties(), System.getenv());
		System.exit(new Cli(new ApplicationServices(System.getenv()), console, home).run(arguments));
	}

}
