package dev.tieout.cli;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command as it was typed. */
final class Misuse {

	private Misuse() {
	}

	static int explain(ParameterException ex, Console console) {
		CommandLine command = ex.getCommandLine();
		console.err().println("tieout: " + message(ex));
		if (ex instanceof UnmatchedArgumentException unmatched) {
			unmatched.getSuggestions()
				.stream()
				.findFirst()
				.ifPresent((first) -> console.err().println("Did you mean '" + first + "'?"));
		}
		console.err().println("'" + command.getCommandSpec().qualifiedName() + " --help' says what it takes.");
		return ExitCode.USAGE.number();
	}

	private static String message(ParameterException ex) {
		if (!(ex instanceof UnmatchedArgumentException unmatched)) {
			return String.valueOf(ex.getMessage());
		}
		String word = "'" + unmatched.getUnmatched().get(0) + "'";
		if (unmatched.isUnknownOption()) {
			return "There is no option " + word;
		}
		return ex.getCommandLine().getSubcommands().isEmpty()
				? word + " is one word too many; put text with blanks into quotes" : word + " is not a command";
	}

}
