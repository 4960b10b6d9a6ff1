package dev.tieout.audit;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * Whether a run that has not ended is being worked on.
 *
 * @param atWork whether a living process is at it
 * @param lastSign when a process at it last gave a sign of life
 */
public record RunLife(boolean atWork, Optional<Instant> lastSign) {

	/**
	 * Returns what is to be known about a run in this state, beside the state.
	 * @param state the run's, as jobs.md has it
	 * @param number the run's number
	 * @return a sentence without its full stop, empty where the state says it all
	 */
	public String remark(String state, int number) {
		return switch (state) {
			case "RUNNING" -> this.atWork ? "" : silent() + "; the next run of its job resumes it";
			case "POSTED" ->
				this.atWork ? "writes its reports" : "its reports are not written yet: tieout runs resume " + number;
			case "STOPPED" -> "the next run of its job resumes it";
			default -> "";
		};
	}

	private String silent() {
		return this.lastSign.map((instant) -> "no sign of life since " + instant.truncatedTo(ChronoUnit.SECONDS))
			.orElse("no sign of life");
	}

}
