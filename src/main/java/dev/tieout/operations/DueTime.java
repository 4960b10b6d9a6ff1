package dev.tieout.operations;

import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;

import dev.tieout.configuration.Schedule;
import org.quartz.CronExpression;

/**
 * A time of a schedule that has come, and by when its run was to be completed: the first
 * {@code late-after} behind it. So a job that fires at 23:30 with {@code late-after}
 * 06:00 is due in the next morning.
 *
 * @param scheduledAt when the job was to start
 * @param day the day on which it was due, in the program's zone
 * @param deadline when it was due
 * @param businessDate what its run is labelled with
 */
record DueTime(Instant scheduledAt, LocalDate day, Instant deadline, LocalDate businessDate) {

	private static final int[] DAYS_BACK = { 1, 8, 32, 370 };

	/**
	 * Returns the last due time that has passed.
	 * @param schedule the job's
	 * @param zone the program's
	 * @param now a time that is reached has passed
	 * @return empty where the schedule has no {@code late-after}, or nothing was due for
	 * a year
	 */
	static Optional<DueTime> last(Schedule schedule, ZoneId zone, Instant now) {
		return schedule.lateAfter().flatMap((time) -> {
			LocalDate today = LocalDate.ofInstant(now, zone);
			Instant deadline = at(today, time, zone);
			Instant passed = deadline.isAfter(now) ? at(today.minusDays(1), time, zone) : deadline;
			return lastFire(schedule.cron(), zone, passed).map((fire) -> of(fire, time, zone));
		});
	}

	private static DueTime of(Instant fire, LocalTime time, ZoneId zone) {
		LocalDate date = LocalDate.ofInstant(fire, zone);
		LocalDate day = at(date, time, zone).isAfter(fire) ? date : date.plusDays(1);
		return new DueTime(fire, day, at(day, time, zone), date.minusDays(1));
	}

	/**
	 * A time that daylight saving skips is as much later, one that it repeats is the
	 * first.
	 */
	private static Instant at(LocalDate day, LocalTime time, ZoneId zone) {
		return day.atTime(time).atZone(zone).toInstant();
	}

	/** Quartz knows only what comes next, so this looks from further and further back. */
	private static Optional<Instant> lastFire(String cron, ZoneId zone, Instant before) {
		CronExpression expression = expression(cron, zone);
		for (int days : DAYS_BACK) {
			Instant last = null;
			Instant next = next(expression, before.minus(Duration.ofDays(days)));
			while (next.isBefore(before)) {
				last = next;
				next = next(expression, next);
			}
			if (last != null) {
				return Optional.of(last);
			}
		}
		return Optional.empty();
	}

	@SuppressWarnings("JavaUtilDate") // Quartz speaks it
	private static Instant next(CronExpression expression, Instant after) {
		Date next = expression.getNextValidTimeAfter(Date.from(after));
		return (next != null) ? next.toInstant() : Instant.MAX;
	}

	private static CronExpression expression(String cron, ZoneId zone) {
		try {
			CronExpression expression = new CronExpression(cron);
			expression.setTimeZone(TimeZone.getTimeZone(zone));
			return expression;
		}
		catch (ParseException ex) {
			throw new IllegalArgumentException("'" + cron + "' is not a cron expression", ex);
		}
	}

}
