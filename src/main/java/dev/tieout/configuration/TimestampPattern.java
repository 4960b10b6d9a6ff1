package dev.tieout.configuration;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.time.temporal.TemporalQueries;
import java.util.Locale;

/** Tests the patterns by which an input's timestamps are read. */
final class TimestampPattern {

	/** Late in the year and in the day, so that no letter can be taken for another. */
	private static final OffsetDateTime SAMPLE = OffsetDateTime.parse("2026-11-23T16:57:38+05:00");

	private TimestampPattern() {
	}

	/**
	 * Returns whether what a pattern writes can be read back as a date, and as a time
	 * where it has any letter of one.
	 */
	static boolean isUsable(String pattern) {
		try {
			DateTimeFormatter formatter = DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH);
			TemporalAccessor parsed = formatter.parse(formatter.format(SAMPLE));
			LocalDate date = parsed.query(TemporalQueries.localDate());
			LocalTime time = parsed.query(TemporalQueries.localTime());
			boolean timed = pattern.replaceAll("'[^']*'", "").matches("(?s).*[HhKkmsaASnN].*");
			boolean hour = time != null && time.getHour() == SAMPLE.getHour();
			return SAMPLE.toLocalDate().equals(date) && (!timed || hour);
		}
		catch (DateTimeException | IllegalArgumentException notAPattern) {
			return false;
		}
	}

}
