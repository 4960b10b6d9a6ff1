package dev.tieout.job;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import dev.tieout.attribution.TimelineReplay;
import dev.tieout.configuration.ProgramFile;
import dev.tieout.program.Program;
import dev.tieout.program.ProgramChanges;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Captures who is due. Posting deletes exactly the captured rows: numbers do not commit
 * in order, so no highest number would do.
 */
final class ScopeTasklet implements Tasklet {

	private final PinnedRun run;

	private final JdbcClient jdbc;

	private final RunTables tables;

	ScopeTasklet(PinnedRun run, JdbcClient jdbc, RunTables tables) {
		this.run = run;
		this.jdbc = jdbc;
		this.tables = tables;
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
		List<String> failures = this.tables.failures(this.run.number());
		if (!failures.isEmpty()) {
			throw new RunFailedException(String.join("\n", failures));
		}
		List<String> unsettled = this.tables.unsettled(this.run.number());
		if (!unsettled.isEmpty()) {
			throw new IllegalStateException("files were not read to their end: " + String.join(", ", unsettled));
		}
		calculationMakesDue();
		editionMakesDue();
		new RulesTable(this.jdbc).add(this.run);
		this.jdbc.sql("delete from scope where run_no = ?").param(this.run.number()).update();
		this.jdbc.sql("insert into scope (run_no, due_no, customer_no) select ?, due_no, customer_no from due_customer")
			.param(this.run.number())
			.update();
		this.jdbc.sql("update run set saw_posted_run = (select last_posted_run from program) where run_no = ?")
			.param(this.run.number())
			.update();
		this.jdbc.sql("select analyze_tables()").query((row) -> {
		});
		return RepeatStatus.FINISHED;
	}

	/**
	 * Whoever has an event at or after the first instant at which the editions differ.
	 */
	private void editionMakesDue() {
		Optional<Instant> from = this.jdbc.sql("""
				select e.source_text from program p join edition e on e.edition_no = p.accepted_edition
				where p.last_posted_run is not null and e.edition_no <> ?
				""").param(this.run.edition()).query(String.class).optional().flatMap((text) -> {
			Program accepted = ProgramFile.parse(text, "the accepted edition").program();
			return ProgramChanges.between(accepted, this.run.rules()).firstDifference();
		});
		from.ifPresent(
				(instant) -> new DueCustomers(this.jdbc).becauseOfEdition(Optional.of(this.run.number()), instant));
	}

	private void calculationMakesDue() {
		boolean changed = this.jdbc.sql("""
				select exists (select from rules where calculation <> :calculation)
				       and not exists (select from rules where calculation = :calculation)
				""").param("calculation", TimelineReplay.CALCULATION).query(Boolean.class).single();
		if (changed) {
			new DueCustomers(this.jdbc).becauseOfCalculation(this.run.number());
		}
	}

}
