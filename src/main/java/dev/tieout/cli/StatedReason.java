package dev.tieout.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** The reason that goes on record with a change. */
final class StatedReason {

	private StatedReason() {
	}

	static String of(String text, CommandSpec spec) {
		if (text.isBlank()) {
			throw new ParameterException(spec.commandLine(), "--reason is blank, but goes on record: say why");
		}
		return text.strip();
	}

}
