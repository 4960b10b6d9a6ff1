package dev.tieout.configuration;

import java.util.List;
import java.util.stream.Collectors;

/**
 * All that is wrong with the configuration, told at once; nothing has been read or
 * written (exit code 2).
 */
public final class ConfigurationException extends RuntimeException {

	private final transient List<Problem> problems;

	/**
	 * Creates an exception whose message has one line for each problem.
	 * @param problems at least one
	 */
	public ConfigurationException(List<Problem> problems) {
		super(problems.stream().map(Problem::message).collect(Collectors.joining("\n")));
		this.problems = List.copyOf(problems);
	}

	public List<Problem> problems() {
		return this.problems;
	}

}
