package dev.tieout.configuration;

import java.util.List;

/**
 * All that is wrong with the configuration, told at once; nothing has been read or
 * written (exit code 2).
 */
public final class ConfigurationException extends RuntimeException {

	private final transient List<Problem> problems;

	/**
	 * Creates an exception whose message are the problems as {@link Problem#told} tells
	 * them.
	 * @param problems at least one
	 */
	public ConfigurationException(List<Problem> problems) {
		super(String.join("\n", Problem.told(problems)));
		this.problems = List.copyOf(problems);
	}

	public List<Problem> problems() {
		return this.problems;
	}

}
