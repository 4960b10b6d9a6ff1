package dev.tieout.identity;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads timestamps as files write them: ISO 8601, {@code T} or one blank between date and
 * time, seconds and fractions optional, an offset optional; a date alone is the start of
 * that day (rules.md 2). Fractions finer than a microsecond are cut off: PostgreSQL keeps
 * no more.
 */
public final class Timestamps {

	private static final Pattern FORM = Pattern.compile("(\\d{4})-(\\d\\d)-(\\d\\d)"
			+ "(?:[Tt ](\\d\\d):(\\d\\d)(?::(\\d\\d)(?:[.,](\\d{1,9}))?)?(?: ?(Z|z|[+-]\\d\\d:?\\d\\d))?)?");

	/**
	 * Years with four digits in every zone; PostgreSQL and calendars differ about others.
	 */
	private static final Instant EARLIEST = Instant.parse("0001-01-02T00:00:00Z");

	private static final Instant LATEST = Instant.parse("9999-12-31T00:00:00Z");

	private static final Instant NO_FAST_FORM = Instant.MIN;

	private Timestamps() {
	}

	/**
	 * Returns the instant a text names.
	 * @param text trimmed and not blank
	 * @param zone where a text without an offset is at home; a gap moves forward, an
	 * overlap takes the earlier offset
	 * @return the instant, or empty where the text is no timestamp or names a date that
	 * does not exist
	 */
	public static Optional<Instant> parse(String text, ZoneId zone) {
		Instant fast = utcSeconds(text);
		if (!fast.equals(NO_FAST_FORM)) {
			return Optional.of(fast).filter(Timestamps::isWithin);
		}
		Matcher matcher = FORM.matcher(text);
		if (!matcher.matches()) {
			return Optional.empty();
		}
		try {
			return Optional.of(instant(matcher, zone)).filter(Timestamps::isWithin);
		}
		catch (DateTimeException doesNotExist) {
			return Optional.empty();
		}
	}

	/**
	 * Returns whether an instant is one of the years 1 to 9999 in every zone.
	 * @param instant any instant
	 * @return whether it may be kept
	 */
	public static boolean isWithin(Instant instant) {
		return !instant.isBefore(EARLIEST) && instant.isBefore(LATEST);
	}

	/**
	 * Returns the first instant of a day, which daylight saving may have moved from
	 * midnight.
	 * @param date the day
	 * @param zone the zone whose day it is
	 * @return the day's start
	 */
	public static Instant startOfDay(LocalDate date, ZoneId zone) {
		return date.atStartOfDay(zone).toInstant();
	}

	private static Instant instant(Matcher matcher, ZoneId zone) {
		LocalDate date = LocalDate.of(number(matcher, 1), number(matcher, 2), number(matcher, 3));
		if (matcher.group(4) == null) {
			return startOfDay(date, zone);
		}
		int second = (matcher.group(6) != null) ? number(matcher, 6) : 0;
		LocalDateTime local = LocalDateTime.of(date,
				LocalTime.of(number(matcher, 4), number(matcher, 5), second, nanos(matcher)));
		String offset = matcher.group(8);
		if (offset == null) {
			return local.atZone(zone).toInstant();
		}
		boolean utc = offset.equalsIgnoreCase("Z");
		return local.toInstant(utc ? ZoneOffset.UTC : ZoneOffset.of(offset));
	}

	private static int number(Matcher matcher, int group) {
		return Integer.parseInt(matcher.group(group));
	}

	private static int nanos(Matcher matcher) {
		String fraction = matcher.group(7);
		if (fraction == null) {
			return 0;
		}
		int micros = Integer.parseInt((fraction + "000000").substring(0, 6));
		return (int) (micros * ChronoUnit.MICROS.getDuration().toNanos());
	}

	/**
	 * The form nearly every export uses; a regular expression costs a second in two
	 * million.
	 */
	private static Instant utcSeconds(String text) {
		if (text.length() != 20 || text.charAt(10) != 'T' || text.charAt(19) != 'Z' || text.charAt(4) != '-'
				|| text.charAt(7) != '-' || text.charAt(13) != ':' || text.charAt(16) != ':') {
			return NO_FAST_FORM;
		}
		int year = two(text, 0) * 100 + two(text, 2);
		int month = two(text, 5);
		int day = two(text, 8);
		int hour = two(text, 11);
		int minute = two(text, 14);
		int second = two(text, 17);
		if (year < 1 || month < 1 || month > 12 || day < 1 || day > 28 || hour < 0 || hour > 23 || minute < 0
				|| minute > 59 || second < 0 || second > 59) {
			return NO_FAST_FORM;
		}
		long days = LocalDate.of(year, month, day).toEpochDay();
		return Instant.ofEpochSecond(days * 86_400 + hour * 3_600L + minute * 60L + second);
	}

	/** Two digits as a number, or a number far below zero. */
	private static int two(String text, int at) {
		int tens = text.charAt(at) - '0';
		int ones = text.charAt(at + 1) - '0';
		boolean digits = tens >= 0 && tens <= 9 && ones >= 0 && ones <= 9;
		return digits ? tens * 10 + ones : -1_000_000;
	}

}
