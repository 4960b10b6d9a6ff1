package dev.tieout.operations;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * A job in the schedule.
 *
 * @param job the job's name, or its file's where that cannot be read
 * @param file the job file
 * @param zone the program's
 * @param cron when it starts, empty = only on demand
 * @param next the next time
 * @param last the last time it fired
 * @param lastRun what the job last came to, by itself or by hand
 * @param problems what is wrong with the files, one line each
 * @param late that it is late, if it is
 * @param takenUpAt when what goes on meanwhile was taken up; also of a file that is good
 */
public record ScheduleLine(String job, String file, Optional<ZoneId> zone, Optional<String> cron,
		Optional<Instant> next, Optional<Instant> last, Optional<LastRun> lastRun, List<String> problems,
		Optional<LateJob> late, Optional<Instant> takenUpAt) {

	public ScheduleLine {
		problems = List.copyOf(problems);
	}

	/**
	 * Returns whether the job failed because there was no new order file.
	 * @return true until it comes to something else
	 */
	public boolean isMissing() {
		return this.lastRun.flatMap(LastRun::detail).filter((detail) -> detail.startsWith("MISSING_FILE")).isPresent();
	}

	/**
	 * What a job last came to.
	 *
	 * @param run the run's number, empty where none was registered
	 * @param outcome the run's state now, or REFUSED
	 * @param at when it ended, or began if it has not
	 * @param detail what went wrong, in a person's words
	 */
	public record LastRun(Optional<Integer> run, String outcome, Instant at, Optional<String> detail) {

	}

}
