package dev.tieout.job;

import java.sql.Types;
import java.time.ZoneOffset;
import java.util.List;

import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

import dev.tieout.customers.jdbc.ForgottenCustomers;

/**
 * Captures whom the run judges: who is due, or for a rerun who has an order in the range.
 * Posting deletes exactly the captured due rows: numbers do not commit in order, so no
 * highest number would do.
 * <p>
 * Until a run has posted, each judges all customers. The orders and requests of a first
 * load make nobody due, and none of their customers is captured: it would be written of
 * hundreds of thousands what is true of everyone.
 */
final class ScopeTasklet implements Tasklet {

	private final PinnedRun run;

	private final JdbcClient jdbc;

	private final RunTables tables;

	private final ForgottenCustomers forgotten;

	ScopeTasklet(PinnedRun run, JdbcClient jdbc, RunTables tables, ForgottenCustomers forgotten) {
		this.run = run;
		this.jdbc = jdbc;
		this.tables = tables;
		this.forgotten = forgotten;
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
		refuseUnreadFiles();
		this.forgotten.forgetAgain();
		new RulesTable(this.jdbc).add(this.run);
		this.jdbc.sql("delete from scope where run_no = ?").param(this.run.number()).update();
		this.run.range().ifPresentOrElse(this::captureRange, this::captureDue);
		this.jdbc.sql("update run set saw_posted_run = (select last_posted_run from program) where run_no = ?")
			.param(this.run.number())
			.update();
		ensureRunIndexes();
		refreshStatistics();
		return RepeatStatus.FINISHED;
	}

	private void refuseUnreadFiles() {
		List<String> failures = this.tables.failures(this.run.number());
		if (!failures.isEmpty()) {
			throw new RunFailedException(String.join("\n", failures));
		}
		List<String> unsettled = this.tables.unsettled(this.run.number());
		if (!unsettled.isEmpty()) {
			throw new IllegalStateException("files were not read to their end: " + String.join(", ", unsettled));
		}
	}

	private void captureDue() {
		new NewRules(this.jdbc).makeDue(this.run);
		this.jdbc
			.sql("""
					insert into scope (run_no, due_no, customer_no, cause) select ?, due_no, customer_no, cause from due_customer
					""")
			.param(this.run.number())
			.update();
	}

	/**
	 * Nobody becomes due here: a dry run is to leave nothing behind, and what new rules
	 * change of the captured customers is found by judging them.
	 */
	private void captureRange(OrderRange range) {
		// Many may have become due a moment ago, which the planner would not know of.
		refreshStatistics();
		this.jdbc
			.sql("""
					insert into scope (run_no, due_no, customer_no, cause)
					select :run, d.due_no, customer_no, d.cause
					from (select distinct customer_no from order_revision
					      where superseded_by is null and placed_at >= :from and placed_at < :until
					            and file_no not in (select file_no from input_file where state not in ('complete', 'posted'))) placed
					left join due_customer d using (customer_no)
					""")
			.param("run", this.run.number())
			.param("from", range.start(this.run.rules().zone()).atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
			.param("until", range.end(this.run.rules().zone()).atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
			.update();
	}

	private void refreshStatistics() {
		this.jdbc.sql("select refresh_statistics()").query((row) -> {
		});
	}

	/** A first run writes the only rows there are. */
	private void ensureRunIndexes() {
		if (this.tables.hasPosted()) {
			this.jdbc.sql("select ensure_run_indexes()").query((row) -> {
			});
		}
	}

}
