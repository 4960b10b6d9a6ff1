package dev.tieout.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.sql.Types;
import java.util.Currency;
import java.util.List;

import dev.tieout.attribution.TimelineReplay;
import dev.tieout.audit.DateRange;
import dev.tieout.audit.Fingerprint;
import dev.tieout.audit.Fingerprint.Subject;
import dev.tieout.audit.Plan;
import dev.tieout.audit.PlanTotals;
import dev.tieout.audit.PlannedEntry;
import dev.tieout.audit.Total;
import dev.tieout.audit.file.PlanFile;
import dev.tieout.audit.file.PlanWriter;
import dev.tieout.audit.jdbc.Fingerprints;
import dev.tieout.configuration.ProgramFile;
import dev.tieout.program.ProgramChange;
import dev.tieout.program.ProgramChanges;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes a plan's document where posting would stand. */
final class PlanTasklet implements Tasklet {

	private final PinnedRun run;

	private final JdbcClient jdbc;

	private final PlanTable plans;

	PlanTasklet(PinnedRun run, JdbcClient jdbc) {
		this.run = run;
		this.jdbc = jdbc;
		this.plans = new PlanTable(jdbc);
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext context) throws IOException {
		KeptPlan plan = this.plans.find(this.run.number())
			.orElseThrow(() -> new IllegalStateException("run " + this.run.number() + " has no row in plan"));
		refuseMoved(plan);
		PlanFigures figures = new PlanFigures();
		try (PlanWriter writer = new PlanFile(plan.file()).writer()) {
			new ProposedEntries(this.jdbc).forEach(this.run, (entry) -> {
				figures.add(entry);
				add(writer, entry);
			});
			PlanTotals totals = figures.totals(ordersJudged(), outside());
			PlanWriter.Written written = writer.write((entries) -> document(plan, totals, entries));
			this.plans.written(plan.run(), written.sha256(), written.plan().entries().count(),
					written.plan().entries().sha256());
			writer.publish();
		}
		return RepeatStatus.FINISHED;
	}

	/** A request may have come while customers were judged: some saw it, some did not. */
	private void refuseMoved(KeptPlan plan) {
		Fingerprint saw = plan.saw();
		List<String> moved = saw
			.moved(new Fingerprints(this.jdbc).now(saw.last(Subject.EDITION), saw.last(Subject.TIEOUT)));
		if (!moved.isEmpty()) {
			throw new RunFailedException("While the plan was made, something moved that it rests on:\n  "
					+ String.join("\n  ", moved) + "\nNo plan was written. Give the command again.");
		}
	}

	private static void add(PlanWriter writer, PlannedEntry entry) {
		try {
			writer.add(entry);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	private Plan document(KeptPlan plan, PlanTotals totals, Plan.Entries entries) {
		OrderRange range = this.run.range().orElseThrow();
		record Maker(String name, String version) {
		}
		Maker maker = this.jdbc.sql(
				"select operator || coalesce(' (' || operator_as || ')', ''), tieout_version from run where run_no = ?")
			.param(plan.run())
			.query((row, number) -> new Maker(row.getString(1), row.getString(2)))
			.single();
		return new Plan(Plan.FORMAT, plan.run(), new Fingerprints(this.jdbc).database(), this.run.rules().name(),
				this.run.job().name(), new DateRange(range.from(), range.to()), this.run.rules().zone().getId(),
				range.wholeCustomers(), plan.madeAt(), maker.name(), maker.version(), TimelineReplay.CALCULATION,
				plan.saw().last(Subject.EDITION), accepts(), totals, entries, plan.saw());
	}

	/** How the program differs from the accepted one. */
	private List<String> accepts() {
		return this.jdbc.sql("""
				select e.source_text from program p join edition e on e.edition_no = p.accepted_edition
				where e.edition_no <> ?
				""")
			.param(this.run.edition())
			.query(String.class)
			.optional()
			.map((text) -> ProgramChanges
				.between(ProgramFile.parse(text, "the accepted edition").program(), this.run.rules())
				.all()
				.stream()
				.map(ProgramChange::toString)
				.toList())
			.orElse(List.of());
	}

	private long ordersJudged() {
		return this.jdbc.sql("""
				select count(*) from order_revision
				where superseded_by is null and customer_no in (select customer_no from scope where run_no = :run)
				      and placed_at >= :from and placed_at < :until
				      and file_no not in (select file_no from input_file where state not in ('complete', 'posted'))
				""")
			.param("run", this.run.number())
			.param("from", this.run.aboutFrom(), Types.TIMESTAMP_WITH_TIMEZONE)
			.param("until", this.run.aboutUntil(), Types.TIMESTAMP_WITH_TIMEZONE)
			.query(Long.class)
			.single();
	}

	private List<PlanTotals.Amount> outside() {
		return this.jdbc.sql("""
				select a.address, p.currency, count(*), sum(p.amount)
				from ledger_proposal p join affiliate a using (affiliate_no)
				where p.run_no = ? and not p.posts
				group by a.address, p.currency order by a.address collate "C", p.currency
				""")
			.param(this.run.number())
			.query((row, number) -> new PlanTotals.Amount(row.getString(1), row.getLong(3),
					new Total(new BigInteger(row.getString(4)), Currency.getInstance(row.getString(2)))))
			.list();
	}

}
