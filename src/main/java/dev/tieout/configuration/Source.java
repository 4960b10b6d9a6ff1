package dev.tieout.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A file that is being read, with the problems found so far. */
final class Source {

	private final String file;

	private final Optional<Environment> environment;

	private final List<Problem> problems;

	private Source(String file, Optional<Environment> environment, List<Problem> problems) {
		this.file = file;
		this.environment = environment;
		this.problems = problems;
	}

	/** A program's text is its edition: what it says must not hang on a machine. */
	static Source withoutEnvironment(String file) {
		return new Source(file, Optional.empty(), new ArrayList<>());
	}

	static Source of(String file, Environment environment) {
		return new Source(file, Optional.of(environment), new ArrayList<>());
	}

	String file() {
		return this.file;
	}

	Optional<Environment> environment() {
		return this.environment;
	}

	void add(int line, String key, String value, String finding, String expected) {
		this.problems.add(new Problem(this.file, line, key, value, finding, expected));
	}

	void addAll(List<Problem> others) {
		this.problems.addAll(others);
	}

	boolean hasProblems() {
		return !this.problems.isEmpty();
	}

	ConfigurationException exception() {
		return new ConfigurationException(this.problems);
	}

}
