package dev.tieout.operations;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;

import dev.tieout.audit.Fingerprint;
import dev.tieout.job.KeptPlan;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Whether a plan may still be applied (jobs.md, plan). */
final class PlanStanding {

	private final JdbcClient jdbc;

	PlanStanding(JdbcClient jdbc) {
		this.jdbc = jdbc;
	}

	/**
	 * Refuses a plan that may not.
	 * @param plan the plan as it is kept now
	 * @param now what its answers depend on now
	 * @param instant the time now
	 * @throws RefusedException if it was applied before, is too old, or something has
	 * moved
	 */
	void refuse(KeptPlan plan, Fingerprint now, Instant instant) {
		plan.appliedBy().ifPresent((run) -> refuseApplied(plan.run(), run));
		if (plan.isTooOld(instant)) {
			throw new RefusedException("Plan %d was made at %s, more than %d days ago. Nothing was posted. %s"
				.formatted(plan.run(), plan.madeAt(), KeptPlan.LIFETIME.toDays(), again(plan.run())));
		}
		List<String> moved = plan.saw().moved(now);
		if (!moved.isEmpty()) {
			throw new RefusedException(
					"Plan %d is out of date. Since it was made, at %s, these have moved:\n  %s\nNothing was posted. %s"
						.formatted(plan.run(), plan.madeAt(), String.join("\n  ", moved), again(plan.run())));
		}
	}

	private void refuseApplied(int plan, int run) {
		record Applied(RunState state, Optional<Instant> postedAt) {
		}
		Applied applied = this.jdbc.sql("select state, posted_at from run where run_no = ?")
			.param(run)
			.query((row, number) -> new Applied(RunState.valueOf(row.getString(1)),
					Optional.ofNullable(row.getObject(2, OffsetDateTime.class)).map(OffsetDateTime::toInstant)))
			.single();
		if (applied.postedAt().isPresent()) {
			throw new RefusedException("Plan %d was applied before: run %d posted it at %s. Nothing was posted now.%s"
				.formatted(plan, run, applied.postedAt().get(), (applied.state() == RunState.POSTED)
						? " Its reports are still to be written: tieout runs resume " + run : ""));
		}
		if (applied.state().isUnfinished()) {
			throw new RefusedException("""
					Run %2$d set out to apply plan %1$d and has not finished. Nothing was done now.
					Go on with it:  tieout runs resume %2$d
					Or give it up:  tieout runs abandon %2$d --reason TEXT""".formatted(plan, run));
		}
	}

	private String again(int plan) {
		return this.jdbc.sql("select job_name, range_from, range_to, whole_customers from run where run_no = ?")
			.param(plan)
			.query((row, number) -> "Make a new one: tieout plan %s --from %s --to %s%s --out FILE".formatted(
					row.getString(1), row.getString(2), row.getString(3),
					row.getBoolean(4) ? " --whole-customers" : ""))
			.single();
	}

}
