package dev.tieout.program;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * Where the answers of two programs may differ: what is in force is compared over time,
 * so a version that repeats what was in force before changes nothing (rules.md 8). How
 * much a run may restate changes no answer and is left out.
 *
 * @param all by instant, then key
 */
public record ProgramChanges(List<ProgramChange> all) {

	public ProgramChanges {
		all = List.copyOf(all);
	}

	/**
	 * Compares two programs.
	 * @param former the one that held
	 * @param latter the one that holds now
	 * @return every setting that differs, from each date from which it does
	 */
	public static ProgramChanges between(Program former, Program latter) {
		return new ProgramChanges(new ProgramComparison(former, latter).changes());
	}

	/**
	 * Returns the first instant at which the two programs may answer differently:
	 * customers without an event at or after it are not touched.
	 * @return the instant, or empty where no answer differs
	 */
	public Optional<Instant> firstDifference() {
		return this.all.stream().map(ProgramChange::from).min(Instant::compareTo);
	}

	/**
	 * Returns the changes that concern time before an instant: with the end of the last
	 * completed business date those that count as rules rewritten.
	 * @param instant the first one that does not count
	 * @return the changes that begin before it
	 */
	public List<ProgramChange> before(Instant instant) {
		return this.all.stream().filter((change) -> change.from().isBefore(instant)).toList();
	}

}
