package dev.tieout.job;

import java.util.List;

import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Proves the run before it posts (rules.md 9). The totals are counted by the database
 * from the rows alone, apart from the code that made them.
 */
final class CloseTasklet implements Tasklet {

	private final PinnedRun run;

	private final JdbcClient jdbc;

	private final FirstIndexes indexes;

	private final ControlTotals totals;

	private final RestatementBrake brake;

	private final Supersession supersession;

	CloseTasklet(PinnedRun run, JdbcClient jdbc, FirstIndexes indexes) {
		this.run = run;
		this.jdbc = jdbc;
		this.indexes = indexes;
		this.totals = new ControlTotals(jdbc);
		this.brake = new RestatementBrake(jdbc);
		this.supersession = new Supersession(jdbc);
	}

	/** What stops a run from posting, a dry run only tells. */
	private void brake(String message) {
		if (this.run.posts()) {
			throw new RunFailedException(message);
		}
		this.jdbc.sql("update run set warning = ? where run_no = ?").params(message, this.run.number()).update();
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
		if (this.run.posts() && !new RunTables(this.jdbc).hasPosted()) {
			this.indexes.begin();
		}
		close();
		return RepeatStatus.FINISHED;
	}

	private void close() {
		// Totals over another run's answers cannot close, and would tell the wrong story.
		this.supersession.refuse(this.run.number());
		List<String> open = this.totals.prove(this.run);
		if (!open.isEmpty()) {
			throw new RunFailedException(
					"The control totals do not close, so nothing was posted:\n" + String.join("\n", open)
							+ "\nThis must not happen: keep the data directory as it is and report it.");
		}
		if (this.run.kind() != RunKind.APPLY && !this.run.restate()) {
			this.brake.exceeded(this.run).ifPresent(this::brake);
		}
	}

}
