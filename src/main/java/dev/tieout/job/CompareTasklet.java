package dev.tieout.job;

import dev.tieout.audit.EntriesDigest;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Holds what an apply has computed against what its plan promised: only the same entries
 * may be posted.
 */
public final class CompareTasklet implements Tasklet {

	/** Begins the error of a run that came to other entries. */
	public static final String OTHER_ENTRIES = "OTHER_ENTRIES";

	private final PinnedRun run;

	private final JdbcClient jdbc;

	CompareTasklet(PinnedRun run, JdbcClient jdbc) {
		this.run = run;
		this.jdbc = jdbc;
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
		refuseOthers();
		return RepeatStatus.FINISHED;
	}

	private void refuseOthers() {
		KeptPlan plan = new PlanTable(this.jdbc).appliedBy(this.run.number());
		EntriesDigest digest = new EntriesDigest();
		new ProposedEntries(this.jdbc).forEach(this.run, digest::add);
		long count = digest.count();
		if (count != plan.entries() || !digest.sha256Hex().equals(plan.entriesSha256())) {
			throw new RunFailedException(
					"%s: plan %d promised %s, but computed again it comes to %s. Nothing was posted. Make a new plan and look at it."
						.formatted(OTHER_ENTRIES, plan.run(), entries(plan.entries()),
								(count == plan.entries()) ? "other ones" : entries(count)));
		}
	}

	private static String entries(long count) {
		return count + ((count == 1) ? " entry" : " entries");
	}

}
