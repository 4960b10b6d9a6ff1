package dev.tieout.job;

import dev.tieout.attribution.TimelineReplay;
import dev.tieout.bulk.Reach;
import dev.tieout.proof.jdbc.Sealing;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Posts a run: all of it in one transaction, or nothing. From its commit on the run's
 * results count.
 */
final class PostTasklet implements Tasklet {

	private final PinnedRun run;

	private final JdbcClient jdbc;

	private final RunTables tables;

	private final Sealing sealing;

	private final Runnable posted;

	PostTasklet(PinnedRun run, JdbcClient jdbc, Sealing sealing, Runnable posted) {
		this.run = run;
		this.jdbc = jdbc;
		this.tables = new RunTables(jdbc);
		this.sealing = sealing;
		this.posted = posted;
	}

	@Override
	public RepeatStatus execute(StepContribution contribution, ChunkContext context) {
		if (isPosted()) {
			return RepeatStatus.FINISHED;
		}
		this.jdbc.sql("set local synchronous_commit = on").update();
		lockProgram();
		boolean first = !this.tables.hasPosted();
		insertEntries();
		if (first) {
			this.jdbc.sql("select ensure_entry_index()").query((row) -> {
			});
		}
		supersedeFormerResults();
		releaseDueCustomers();
		recordAcceptance();
		markPosted();
		this.sealing.seal(this.run.number());
		if (first) {
			// Else whoever reads the first entries would plan without knowing of any.
			this.jdbc.sql("select refresh_statistics()").query((row) -> {
			});
		}
		return RepeatStatus.FINISHED;
	}

	/**
	 * A process that died between this step's commit and the step's end has posted, and
	 * Batch starts the step again.
	 */
	private boolean isPosted() {
		return this.jdbc.sql("select posted_at is not null from run where run_no = ?")
			.param(this.run.number())
			.query(Boolean.class)
			.single();
	}

	/** Only the holder of the lock may post, and only answers to what is still so. */
	private void lockProgram() {
		this.jdbc.sql("select lock_token from program for update").query(Long.class).single();
		new Supersession(this.jdbc).refuse(this.run.number());
	}

	/** Numbers and inserts the entries, those that a plan would show. */
	private void insertEntries() {
		this.jdbc
			.sql("""
					insert into ledger_entry (entry_no, order_no, customer_no, amount, ordered_at, posted_at, run_no, affiliate_no,
					       file_no, line, business_date, period, payable_on, type, reason, currency, order_id, corrects)
					select nextval('ledger_entry_numbers'), order_no, customer_no, amount, ordered_at, now(), run_no, affiliate_no,
					       file_no, line, :date::date, period, payable_on, entry_type, reason, currency, order_id, corrects
					from (%s) proposed
					"""
				.formatted(ProposedEntries.SQL))
			.param("run", this.run.number())
			.param("date", this.run.businessDate())
			.param("zone", this.run.rules().zone().getId())
			.update();
	}

	private void supersedeFormerResults() {
		// Nothing stands yet that could be superseded, and millions of rows need not be
		// looked at.
		if (!this.tables.hasPosted()) {
			return;
		}
		// Joined one by one, a customer's decisions would be gone through for each of
		// them.
		this.jdbc.sql("set local enable_nestloop = off").update();
		boolean few = this.tables.reach(this.run.number()) == Reach.FEW;
		this.jdbc.sql("""
				update decision d set superseded_by = :run
				from decision n
				where n.run_no = :run and d.order_no = n.order_no and d.customer_no = n.customer_no and d.run_no <> :run
				      and d.superseded_by is null
				      and d.run_no in (select run_no from run where posted_at is not null)
				      and %s
				""".formatted(of("select customer_no from decision where run_no = :run", few)))
			.param("run", this.run.number())
			.update();
		this.jdbc
			.sql("""
					update decision d set superseded_by = :run
					from decision n join order_move m on m.order_no = n.order_no
					where n.run_no = :run and d.order_no = n.order_no and d.customer_no = m.from_customer_no and d.run_no <> :run
					      and d.superseded_by is null
					      and d.run_no in (select run_no from run where posted_at is not null)
					      and %s
					"""
				.formatted(of("select from_customer_no from order_move", few)))
			.param("run", this.run.number())
			.update();
		this.jdbc
			.sql("""
					update request_outcome o set superseded_by = :run
					from request_outcome n
					where n.run_no = :run and o.customer_no = n.customer_no and o.request_no = n.request_no and o.run_no <> :run
					      and o.superseded_by is null
					""")
			.param("run", this.run.number())
			.update();
		this.jdbc.sql("""
				update connection c set superseded_by = :run
				from connection_change n
				where n.run_no = :run and c.customer_no = n.customer_no and c.run_no <> :run and c.superseded_by is null
				""").param("run", this.run.number()).update();
	}

	/**
	 * Whose former decisions need be looked at. Of few customers they are found by index,
	 * all of a customer's at once: one may have hundreds of thousands.
	 */
	private static String of(String customers, boolean few) {
		return few ? "d.customer_no = any (array(" + customers + "))" : "true";
	}

	/** A customer stays due while a difference is left (rules.md 8). */
	private void releaseDueCustomers() {
		this.jdbc.sql("""
				delete from due_customer d using scope s
				where s.run_no = :run and d.due_no = s.due_no
				      and not exists (select from stays_due y where y.run_no = :run and y.customer_no = s.customer_no)
				""").param("run", this.run.number()).update();
		if (this.run.range().isPresent()) {
			new NewRules(this.jdbc).makeOthersDue(this.run);
			this.jdbc
				.sql("""
						insert into due_customer (customer_no, cause, run_no)
						select distinct y.customer_no, :cause, :run from stays_due y
						where y.run_no = :run
						      and not exists (select from scope s
						                      where s.run_no = :run and s.customer_no = y.customer_no and s.due_no is not null)
						""")
				.param("run", this.run.number())
				.param("cause", DueCustomers.LEFT_BY_RERUN)
				.update();
		}
	}

	/**
	 * A plan shows what a new program does, and whoever applies it accepts the program:
	 * on record, like the command.
	 */
	private void recordAcceptance() {
		this.jdbc
			.sql("""
					insert into operation (at, operator, operator_as, verb, detail, reason, run_no)
					select now(), r.operator, r.operator_as, 'program accept', 'edition ' || e.hash || ' with plan ' || n.run_no,
					       r.reason, r.run_no
					from run r join edition e using (edition_no) join plan n on n.applied_by = r.run_no
					where r.run_no = ? and r.edition_no is distinct from (select accepted_edition from program)
					""")
			.param(this.run.number())
			.update();
	}

	private void markPosted() {
		if (this.run.kind() == RunKind.RUN) {
			this.jdbc.sql("update input_file set state = 'posted', posted_by = ? where state = 'complete'")
				.param(this.run.number())
				.update();
		}
		this.jdbc.sql("update program set last_posted_run = ?, accepted_edition = ?, posted_calculation = ?")
			.params(this.run.number(), this.run.edition(), TimelineReplay.CALCULATION)
			.update();
		this.posted.run();
	}

}
