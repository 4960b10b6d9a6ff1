package dev.tieout.cli;

/** Bold and coloured words on terminals that can show them. */
enum Ink {

	PLAIN, COLOURED;

	private static final String OFF = "\033[0m";

	String heading(String text) {
		return in("\033[1m", text);
	}

	String good(String text) {
		return in("\033[1;32m", text);
	}

	String bad(String text) {
		return in("\033[1;31m", text);
	}

	private String in(String on, String text) {
		return (this == COLOURED) ? on + text + OFF : text;
	}

}
