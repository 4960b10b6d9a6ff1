package dev.tieout.proof;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A seal as it is known outside the database: one line of a file {@code seals.txt}.
 *
 * @param seal its number
 * @param run the run that posted
 * @param postedAt when
 * @param entries how many it covers
 * @param hash its hash
 */
public record KnownSeal(int seal, int run, Instant postedAt, long entries, String hash) {

	private static final Pattern LINE = Pattern
		.compile("seal (\\d{1,9}) run (\\d{1,9}) posted (\\S{20,40}Z) entries (\\d{1,18}) sha256 ([0-9a-f]{64})");

	/**
	 * Reads a line.
	 * @param line without its line feed
	 * @return the seal, or empty where the line is none
	 */
	public static Optional<KnownSeal> parse(String line) {
		Matcher matcher = LINE.matcher(line);
		if (!matcher.matches()) {
			return Optional.empty();
		}
		try {
			return Optional.of(new KnownSeal(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)),
					Instant.parse(matcher.group(3)), Long.parseLong(matcher.group(4)), matcher.group(5)));
		}
		catch (java.time.format.DateTimeParseException ex) {
			return Optional.empty();
		}
	}

	/**
	 * Returns the line.
	 * @return without a line feed
	 */
	public String line() {
		return "seal " + this.seal + " run " + this.run + " posted " + new CanonicalText().field(this.postedAt)
				+ " entries " + this.entries + " sha256 " + this.hash;
	}

}
