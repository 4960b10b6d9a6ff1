package dev.tieout.configuration;

import java.text.ParseException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;

import org.quartz.CronExpression;

/** Finds times of a schedule that daylight saving takes out of a day. */
final class SkippedTimes {

	private static final int TRANSITIONS = 8;

	private SkippedTimes() {
	}

	/**
	 * Returns the first such time.
	 * @param cron a Quartz cron expression
	 * @param zone whose local time it means
	 * @param from where to begin to look; a few years are looked at
	 * @return a local time that does not exist, or empty
	 */
	static Optional<LocalDateTime> first(String cron, ZoneId zone, Instant from) {
		ZoneOffsetTransition transition = zone.getRules().nextTransition(from);
		for (int i = 0; i < TRANSITIONS && transition != null; i++) {
			if (transition.isGap()) {
				LocalDateTime fires = next(cron, transition.getDateTimeBefore());
				if (fires.isBefore(transition.getDateTimeAfter())) {
					return Optional.of(fires);
				}
			}
			transition = zone.getRules().nextTransition(transition.getInstant());
		}
		return Optional.empty();
	}

	/**
	 * Returns the first time at or after another, on a clock that knows no daylight
	 * saving.
	 */
	@SuppressWarnings("JavaUtilDate") // Quartz speaks it
	private static LocalDateTime next(String cron, LocalDateTime from) {
		try {
			CronExpression expression = new CronExpression(cron);
			expression.setTimeZone(TimeZone.getTimeZone("UTC"));
			Date next = expression.getNextValidTimeAfter(Date.from(from.minusSeconds(1).toInstant(ZoneOffset.UTC)));
			return (next != null) ? LocalDateTime.ofInstant(next.toInstant(), ZoneOffset.UTC) : LocalDateTime.MAX;
		}
		catch (ParseException ex) {
			throw new IllegalArgumentException("'" + cron + "' is not a cron expression", ex);
		}
	}

}
