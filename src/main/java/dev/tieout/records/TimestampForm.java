package dev.tieout.records;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Optional;

import dev.tieout.identity.Timestamps;

/** The form in which a file writes its timestamps. */
public final class TimestampForm {

	private static final String ISO_EXAMPLE = "'2026-04-10 11:11:26 +0530'";

	private final ZoneId zone;

	private final String example;

	private final Optional<DateTimeFormatter> formatter;

	private TimestampForm(ZoneId zone, String example, Optional<DateTimeFormatter> formatter) {
		this.zone = zone;
		this.example = example;
		this.formatter = formatter;
	}

	/**
	 * Returns ISO 8601 as rules.md 2 describes it.
	 * @param zone of timestamps without an offset
	 * @return the form
	 */
	public static TimestampForm iso(ZoneId zone) {
		return new TimestampForm(zone, ISO_EXAMPLE, Optional.empty());
	}

	/**
	 * Returns a form of its own. A date that does not exist is none, where Java by
	 * default would take 30 February as the month's last day.
	 * @param pattern as {@link DateTimeFormatter} has it, with English words, for example
	 * {@code MM/dd/yyyy HH:mm}
	 * @param zone of timestamps without an offset
	 * @return the form
	 * @throws IllegalArgumentException when the pattern is none
	 */
	public static TimestampForm pattern(String pattern, ZoneId zone) {
		DateTimeFormatter strict = new DateTimeFormatterBuilder().parseCaseInsensitive()
			.appendPattern(prolepticYears(pattern))
			.toFormatter(Locale.ENGLISH)
			.withResolverStyle(ResolverStyle.STRICT);
		return new TimestampForm(zone, "'" + pattern + "'", Optional.of(strict));
	}

	/** Strict resolution takes {@code yyyy} for the year of an era that must be given. */
	private static String prolepticYears(String pattern) {
		StringBuilder years = new StringBuilder(pattern);
		boolean literal = false;
		for (int i = 0; i < pattern.length() && pattern.indexOf('G') < 0; i++) {
			char c = pattern.charAt(i);
			literal ^= c == '\'';
			if (c == 'y' && !literal) {
				years.setCharAt(i, 'u');
			}
		}
		return years.toString();
	}

	/**
	 * Reads a timestamp.
	 * @param text trimmed and not blank
	 * @return the instant, cut to microseconds, or empty where the text is none
	 */
	public Optional<Instant> parse(String text) {
		return this.formatter.isPresent() ? parse(text, this.formatter.get()) : Timestamps.parse(text, this.zone);
	}

	private Optional<Instant> parse(String text, DateTimeFormatter form) {
		try {
			TemporalAccessor read = form.parseBest(text, Instant::from, LocalDateTime::from, LocalDate::from);
			return Optional.of(instant(read).truncatedTo(ChronoUnit.MICROS)).filter(Timestamps::isWithin);
		}
		catch (DateTimeException notInThisForm) {
			return Optional.empty();
		}
	}

	private Instant instant(TemporalAccessor read) {
		if (read instanceof Instant instant) {
			return instant;
		}
		if (read instanceof LocalDateTime local) {
			return local.atZone(this.zone).toInstant();
		}
		return Timestamps.startOfDay(LocalDate.from(read), this.zone);
	}

	/**
	 * Reads a cell that may be blank.
	 * @param column the cell's column
	 * @param record the cell's record
	 * @param problems where to add an unreadable value
	 * @return the instant, empty where the cell is blank or unreadable
	 */
	public Optional<Instant> optional(Column column, FileRecord record, Problems problems) {
		String text = column.text(record);
		if (text.isEmpty()) {
			return Optional.empty();
		}
		Optional<Instant> instant = parse(text);
		if (instant.isEmpty()) {
			problems.addTimestamp(column, text, this.example);
		}
		return instant;
	}

	/**
	 * Reads a cell that must not be blank.
	 * @param column the cell's column
	 * @param record the cell's record
	 * @param problems where to add a blank or unreadable value
	 * @return the instant, {@link Instant#EPOCH} where a problem was added
	 */
	public Instant required(Column column, FileRecord record, Problems problems) {
		if (column.text(record).isEmpty()) {
			problems.addMissing(column);
			return Instant.EPOCH;
		}
		return optional(column, record, problems).orElse(Instant.EPOCH);
	}

}
