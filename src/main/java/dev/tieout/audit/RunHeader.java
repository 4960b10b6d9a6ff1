package dev.tieout.audit;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;

/**
 * What a run was, and how it went.
 *
 * @param number the run's number
 * @param job the job's name
 * @param kind run, rerun, plan or apply
 * @param program the program's name
 * @param zone the zone of every date, report and period
 * @param currency the program's currency
 * @param businessDate labels the run and dates what carries no date
 * @param coversFrom the first date since the last completed run
 * @param rerun what a rerun, a plan or its application is about
 * @param state one of jobs.md, Run states
 * @param step the last step it reached
 * @param error what ended it
 * @param startedAt when it began
 * @param endedAt when it ended
 * @param postedAt when its entries were posted
 * @param edition the SHA-256 of the program's canonical text
 * @param version Tieout's version
 * @param operator the system's user, with the name given by {@code --as} where there is
 * one
 * @param reason why, where the command asks for it
 * @param reports the folder its reports lie in
 * @param seal what its posting was sealed with
 */
public record RunHeader(int number, String job, String kind, String program, ZoneId zone, String currency,
		LocalDate businessDate, Optional<LocalDate> coversFrom, Optional<Rerun> rerun, String state,
		Optional<String> step, Optional<String> error, Instant startedAt, Optional<Instant> endedAt,
		Optional<Instant> postedAt, String edition, String version, String operator, Optional<String> reason,
		Optional<String> reports, Optional<SealHead> seal) {

	/**
	 * Returns the days whose orders a rerun judged.
	 * @return empty for a run
	 */
	public Optional<DateRange> range() {
		return this.rerun.map(Rerun::range);
	}

	/**
	 * Returns what the run is called before a person.
	 * @return such as {@code Run 7} or {@code Dry run 8}
	 */
	public String title() {
		String word = word();
		return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1) + " " + this.number;
	}

	/**
	 * Returns what kind of run it is, for a person.
	 * @return the kind, or {@code dry run}
	 */
	public String word() {
		return this.rerun.filter(Rerun::dryRun).isPresent() ? "dry run" : this.kind;
	}

	/**
	 * Returns whether the run was there to post something.
	 * @return false for a plan and a dry run
	 */
	public boolean isToPost() {
		return !this.kind.equals("plan") && !this.rerun.filter(Rerun::dryRun).isPresent();
	}

	/**
	 * Returns whether the run's results count.
	 * @return true once its entries are in the ledger
	 */
	public boolean isPosted() {
		return this.postedAt.isPresent();
	}

	/**
	 * Returns how long the run took.
	 * @return from its start to its end, empty while it lasts
	 */
	public Optional<Duration> duration() {
		return this.endedAt.map((end) -> Duration.between(this.startedAt, end));
	}

}
