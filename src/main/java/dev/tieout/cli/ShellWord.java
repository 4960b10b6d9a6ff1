package dev.tieout.cli;

import dev.tieout.audit.PrintableText;

/** A word of a command that can be copied into a shell. */
final class ShellWord {

	private ShellWord() {
	}

	/** Quotes a text where a shell would not take it for one word. */
	static String of(String text) {
		String printable = PrintableText.of(text);
		return printable.matches("[A-Za-z0-9_@%+=:,./-]+") ? printable : "'" + printable.replace("'", "'\\''") + "'";
	}

}
