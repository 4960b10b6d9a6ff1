package dev.tieout.configuration;

import java.time.LocalTime;
import java.util.Optional;

/**
 * When a job starts by itself.
 *
 * @param cron a Quartz cron expression, in the program's zone
 * @param misfire what happens to a time that was missed
 * @param lateAfter not completed by then: late; in the program's zone
 */
public record Schedule(String cron, Misfire misfire, Optional<LocalTime> lateAfter) {

}
