package dev.tieout.audit;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

/**
 * A run in the list of runs.
 *
 * @param number the run's number
 * @param job the job's name
 * @param kind run, rerun, plan or apply
 * @param businessDate labels the run
 * @param range the days whose orders a rerun judged
 * @param state one of jobs.md, Run states
 * @param step the last step it reached
 * @param startedAt when it began
 * @param endedAt when it ended
 * @param operator who started it
 * @param error what ended it
 * @param remark what is to be known beside the state, such as that its process is gone
 */
public record RunLine(int number, String job, String kind, LocalDate businessDate, Optional<DateRange> range,
		String state, Optional<String> step, Instant startedAt, Optional<Instant> endedAt, String operator,
		Optional<String> error, String remark) {

}
