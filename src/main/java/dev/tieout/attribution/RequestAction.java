package dev.tieout.attribution;

import java.util.Locale;

/** What a line of a connection import asks for (rules.md 4.1). */
public enum RequestAction {

	CONNECT, DISCONNECT;

	/**
	 * Returns the word of the connections layout.
	 * @return {@code connect} or {@code disconnect}
	 */
	public String word() {
		return name().toLowerCase(Locale.ROOT);
	}

}
