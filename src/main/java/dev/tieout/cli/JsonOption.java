package dev.tieout.cli;

import java.util.function.Supplier;

import picocli.CommandLine.Option;

import dev.tieout.audit.file.JsonText;

/** The option of every command that prints a table. */
final class JsonOption {

	@Option(names = "--json", description = "Print JSON instead: all values in full, amounts as text.")
	private boolean json;

	/** Prints a value as JSON if that was asked for, else the text. */
	void print(Console console, Object value, Supplier<String> text) {
		if (this.json) {
			console.out().print(JsonText.of(value) + "\n");
		}
		else {
			console.out().print(text.get());
		}
	}

}
