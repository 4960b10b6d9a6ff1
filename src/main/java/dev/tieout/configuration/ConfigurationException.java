package dev.tieout.configuration;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * All that is wrong with the configuration, told at once; nothing has been read or
 * written (exit code 2).
 */
public final class ConfigurationException extends RuntimeException {

	/** More help nobody, and a file of another kind has tens of thousands. */
	private static final int MOST_TOLD = 100;

	private final transient List<Problem> problems;

	/**
	 * Creates an exception whose message has one line for each problem, or for the first
	 * hundred and one that says how many more there are.
	 * @param problems at least one
	 */
	public ConfigurationException(List<Problem> problems) {
		super(message(problems));
		this.problems = List.copyOf(problems);
	}

	private static String message(List<Problem> problems) {
		String told = problems.stream().limit(MOST_TOLD).map(Problem::message).collect(Collectors.joining("\n"));
		int untold = problems.size() - MOST_TOLD;
		return (untold > 0) ? told + String.format(Locale.ROOT, "\nand %,d more", untold) : told;
	}

	public List<Problem> problems() {
		return this.problems;
	}

}
