package dev.tieout.job;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

import dev.tieout.audit.Fingerprint;

/**
 * What the database keeps about a plan.
 *
 * @param run the plan's number, which is its run's
 * @param file where its document was written
 * @param saw what its answers depend on
 * @param madeAt when it was made
 * @param sha256 of its document; empty until that is written
 * @param entries how many it would post
 * @param entriesSha256 of those
 * @param appliedBy the last run that set out to apply it
 */
public record KeptPlan(int run, Path file, Fingerprint saw, Instant madeAt, Optional<String> sha256, long entries,
		String entriesSha256, Optional<Integer> appliedBy) {

	/** How long a plan may be applied. */
	public static final Duration LIFETIME = Duration.ofDays(7);

	/**
	 * Returns whether the plan is too old to be applied.
	 * @param now the time now
	 * @return false until the plan has been there for {@link #LIFETIME}, and at that
	 * instant
	 */
	public boolean isTooOld(Instant now) {
		return now.isAfter(this.madeAt.plus(LIFETIME));
	}

}
