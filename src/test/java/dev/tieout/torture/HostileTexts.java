package dev.tieout.torture;

import java.util.List;
import java.util.regex.Pattern;

/** Names that somebody has chosen to do harm where they are shown. */
final class HostileTexts {

	/** None is blank, and none is another one's beginning. */
	static final List<String> ALL = List.of("=1+1", "+1", "-1", "@SUM(1)", "＝1+1", "＋1", "－1", "＠x",
			"=cmd|' /c calc'!A1", "=HYPERLINK(\"http://x.example\",\"y\")", "<script>alert(1)</script>",
			"'\"><img src=x onerror=alert(1)>", "</td><!-- ", "&lt;b&gt;", "]]>&#0;", "');drop table customer;--",
			"\\N", "\\.", "\u001b[2J\u001b]0;owned\u0007", "\u009b31mred\u0085", "z\u007fz", "\u202egnp.exe",
			"\u2066iso\u200f", "مرحبا 12", "😀👩‍👩‍👧", "a\u200bb\u200dc\ufeffd", "%s%n%x", "$(id)`id`", "${env:HOME}",
			"a\nb", "c\r\n\td", "_x0041_", "x\uffff", "e\u0301\u0489");

	private static final Pattern MOVES = Pattern.compile(
			"\r(?!\n)|[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\x7f-\\x9f\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069]");

	private HostileTexts() {
	}

	/** What of a text would move a terminal's cursor, or turn the text around it. */
	static List<String> moving(String text) {
		return MOVES.matcher(text)
			.results()
			.map((found) -> "U+%04X in '%s'".formatted((int) found.group().charAt(0),
					text.substring(Math.max(0, found.start() - 60), Math.min(text.length(), found.end() + 30))))
			.toList();
	}

	/** A cell of a CSV file. */
	static String quoted(String text) {
		return '"' + text.replace("\"", "\"\"") + '"';
	}

}
