package dev.tieout.operations;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A job whose run was to be completed and is not.
 *
 * @param job the job's name
 * @param day the day on which it was due, in the program's zone
 * @param deadline when it was due
 * @param scheduledAt when it was to start
 * @param businessDate what its run would be labelled with
 * @param sentence the same for a person
 */
public record LateJob(String job, LocalDate day, Instant deadline, Instant scheduledAt, LocalDate businessDate,
		String sentence) {

}
