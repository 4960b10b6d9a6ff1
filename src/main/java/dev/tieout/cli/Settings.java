package dev.tieout.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

import dev.tieout.operations.Operator;

/** The options of every command, before or behind its name. */
final class Settings {

	private final Optional<Path> home;

	@Option(names = "--jobs", paramLabel = "DIR", scope = ScopeType.INHERIT,
			description = "Where the job files lie (default: jobs).")
	private Optional<Path> jobs = Optional.empty();

	@Option(names = "--data", paramLabel = "DIR", scope = ScopeType.INHERIT,
			description = "Where the embedded database lies (default: data).")
	private Optional<Path> data = Optional.empty();

	@Option(names = "--as", paramLabel = "NAME", scope = ScopeType.INHERIT,
			description = "Who you are, recorded beside the system's user.")
	private Optional<String> as = Optional.empty();

	@Option(names = "--debug", scope = ScopeType.INHERIT,
			description = "Log on standard error, and show where in the program an error came from.")
	private boolean debug;

	@Option(names = { "-h", "--help" }, usageHelp = true, scope = ScopeType.INHERIT,
			description = "Show this help and do nothing.")
	@SuppressWarnings("unused") // picocli acts on it
	private boolean help;

	/**
	 * Creates the options with their defaults.
	 * @param home where Tieout is installed, whose jobs and data are used where the
	 * working directory has none
	 */
	Settings(Optional<Path> home) {
		this.home = home;
	}

	Path jobs() {
		return this.jobs.orElseGet(() -> here("jobs"));
	}

	Path data() {
		return this.data.orElseGet(() -> here("data"));
	}

	Operator operator() {
		return Operator.ofThisProcess(this.as.map(String::strip).filter((name) -> !name.isEmpty()));
	}

	boolean debug() {
		return this.debug;
	}

	private Path here(String name) {
		Path here = Path.of(name);
		return Files.isDirectory(here) ? here : this.home.map((directory) -> directory.resolve(name)).orElse(here);
	}

}
