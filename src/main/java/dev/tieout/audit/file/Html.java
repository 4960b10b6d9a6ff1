package dev.tieout.audit.file;

import dev.tieout.audit.PrintableText;

/** Grows a page. Everything that is not markup of our own goes through {@link #text}. */
final class Html {

	private static final int LONGEST_TEXT = 300;

	private final StringBuilder page = new StringBuilder(1 << 16);

	/** Adds markup, which must hold nothing that came from outside. */
	Html markup(String markup) {
		this.page.append(markup);
		return this;
	}

	/**
	 * Adds text, shortened and without what could be markup or move what is around it.
	 */
	Html text(String text) {
		this.page.append(escaped(text));
		return this;
	}

	/** Adds text from a file: its direction of writing does not spill over. */
	Html given(String text) {
		return markup("<bdi>").text(text).markup("</bdi>");
	}

	Html number(long number) {
		return markup(Figures.number(number));
	}

	int length() {
		return this.page.length();
	}

	@Override
	public String toString() {
		return this.page.toString();
	}

	static String escaped(String text) {
		String printable = PrintableText.shortened(text, LONGEST_TEXT);
		StringBuilder escaped = new StringBuilder(printable.length() + 16);
		for (int i = 0; i < printable.length(); i++) {
			char c = printable.charAt(i);
			switch (c) {
				case '&' -> escaped.append("&amp;");
				case '<' -> escaped.append("&lt;");
				case '>' -> escaped.append("&gt;");
				case '"' -> escaped.append("&quot;");
				case '\'' -> escaped.append("&#39;");
				default -> escaped.append(c);
			}
		}
		return escaped.toString();
	}

}
