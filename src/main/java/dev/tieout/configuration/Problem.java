package dev.tieout.configuration;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Something in {@code jobs/} that has to be put right before anything runs.
 *
 * @param file the file as it was named by the operator or by another file
 * @param line the line it stands in, from 1, or 0 where it concerns the whole file
 * @param key the path of the key, lists counted from 1, such as
 * {@code rules[1].commission.rate}; may be blank
 * @param value as written, references to the environment unresolved; may be blank
 * @param finding what is wrong with it
 * @param expected what would be right; may be blank
 */
public record Problem(String file, int line, String key, String value, String finding, String expected) {

	private static final int LONGEST = 120;

	/** More help nobody, and a file of another kind has tens of thousands. */
	private static final int MOST_TOLD = 100;

	/**
	 * Returns this problem in one line.
	 * @return for example {@code jobs/programs/main.yml:14: rules[1].commission.rate:
	 * '10' is not a rate; expected a percentage such as 10%}
	 */
	public String message() {
		StringBuilder message = new StringBuilder(visible(this.file));
		if (this.line > 0) {
			message.append(':').append(this.line);
		}
		message.append(": ");
		if (!this.key.isEmpty()) {
			message.append(visible(this.key)).append(": ");
		}
		if (!this.value.isEmpty()) {
			message.append('\'').append(visible(this.value)).append("' ");
		}
		message.append(this.finding);
		if (!this.expected.isEmpty()) {
			message.append("; expected ").append(this.expected);
		}
		return message.toString();
	}

	/**
	 * Returns problems as they are told to a person.
	 * @param problems any number of them
	 * @return a line for each, or for the first hundred and one that says how many more
	 * there are
	 */
	public static List<String> told(List<Problem> problems) {
		List<String> lines = new ArrayList<>(problems.stream().limit(MOST_TOLD).map(Problem::message).toList());
		if (problems.size() > MOST_TOLD) {
			lines.add(String.format(Locale.ROOT, "and %,d more", problems.size() - MOST_TOLD));
		}
		return lines;
	}

	@Override
	public String toString() {
		return message();
	}

	/**
	 * A no-break space at a value's end would make a message that contradicts itself.
	 */
	static String visible(String text) {
		StringBuilder visible = new StringBuilder();
		text.codePoints().limit(LONGEST).forEach((c) -> {
			if (c != ' ' && (Character.isISOControl(c) || Character.isSpaceChar(c)
					|| Character.getType(c) == Character.FORMAT)) {
				visible.append(String.format(Locale.ROOT, "\\u%04x", c));
			}
			else {
				visible.appendCodePoint(c);
			}
		});
		return (text.codePointCount(0, text.length()) > LONGEST) ? visible.append('…').toString() : visible.toString();
	}

}
