package dev.tieout.configuration;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the date of an order file in its name, by which its revisions are dated
 * (files.md, Orders): {@code shopify-(yyyy-MM-dd).csv}.
 *
 * @param pattern a file name that has a date pattern, of the letters of
 * {@link DateTimeFormatter}, in its only parentheses; the rest is literal
 */
public record AsOf(String pattern) {

	private static final Pattern FORM = Pattern.compile("([^()/]*)\\(([^()/]+)\\)([^()/]*)");

	private static final LocalDate SAMPLE = LocalDate.of(2026, 11, 23);

	public AsOf {
		if (parse(pattern).isEmpty()) {
			throw new IllegalArgumentException("'" + pattern + "' has no date pattern in parentheses");
		}
	}

	/**
	 * Returns the pattern a text holds.
	 * @param text as it was written
	 * @return empty where it has no parentheses or no date can be read by what is in them
	 */
	static Optional<AsOf> of(String text) {
		return parse(text).map((formatter) -> new AsOf(text));
	}

	/**
	 * Returns the date in a file's name.
	 * @param fileName the name without its directories
	 * @return the date, or empty where the name is not of this pattern or the date does
	 * not exist
	 */
	public Optional<LocalDate> date(String fileName) {
		int open = this.pattern.indexOf('(');
		int close = this.pattern.indexOf(')');
		String before = this.pattern.substring(0, open);
		String after = this.pattern.substring(close + 1);
		if (!fileName.startsWith(before) || !fileName.endsWith(after)
				|| fileName.length() <= before.length() + after.length()) {
			return Optional.empty();
		}
		String date = fileName.substring(before.length(), fileName.length() - after.length());
		return date(date, formatter(this.pattern.substring(open + 1, close)));
	}

	private static Optional<DateTimeFormatter> parse(String text) {
		Matcher matcher = FORM.matcher(text);
		if (!matcher.matches()) {
			return Optional.empty();
		}
		try {
			DateTimeFormatter formatter = formatter(matcher.group(2));
			String sample = formatter.format(SAMPLE.atTime(16, 57, 38));
			return date(sample, formatter).filter(SAMPLE::equals).map((date) -> formatter);
		}
		catch (DateTimeException | IllegalArgumentException notAPattern) {
			return Optional.empty();
		}
	}

	private static DateTimeFormatter formatter(String pattern) {
		return DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
	}

	private static Optional<LocalDate> date(String text, DateTimeFormatter formatter) {
		try {
			TemporalAccessor parsed = formatter.parse(text);
			// The 31st of a shorter month is taken for its last day.
			boolean exact = formatter.format(parsed).equals(text);
			return exact ? Optional.of(LocalDate.from(parsed)) : Optional.empty();
		}
		catch (DateTimeException noDate) {
			return Optional.empty();
		}
	}

}
