package dev.tieout.cli;

import picocli.CommandLine.Parameters;

/** The parameter of commands about one run. */
final class RunNumber {

	@Parameters(paramLabel = "ID", description = "The run's number.")
	private int number;

	int value() {
		return this.number;
	}

}
