package dev.tieout.configuration;

import java.text.ParseException;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Date;
import java.util.Optional;
import java.util.TimeZone;

import org.quartz.CronExpression;

/**
 * When a job starts by itself.
 *
 * @param cron a Quartz cron expression, in the program's zone
 * @param misfire what happens to a time that was missed
 * @param lateAfter not completed by then: late; in the program's zone
 */
public record Schedule(String cron, Misfire misfire, Optional<LocalTime> lateAfter) {

	/**
	 * Returns the first time after another, as the scheduler finds it.
	 * @param after a time
	 * @param zone the program's
	 * @return empty where there is none any more
	 */
	@SuppressWarnings("JavaUtilDate") // Quartz speaks it
	public Optional<Instant> next(Instant after, ZoneId zone) {
		try {
			CronExpression expression = new CronExpression(this.cron);
			expression.setTimeZone(TimeZone.getTimeZone(zone));
			return Optional.ofNullable(expression.getNextValidTimeAfter(Date.from(after))).map(Date::toInstant);
		}
		catch (ParseException ex) {
			throw new IllegalArgumentException("'" + this.cron + "' is not a cron expression", ex);
		}
	}

}
