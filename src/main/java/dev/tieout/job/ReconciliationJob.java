package dev.tieout.job;

import java.nio.file.Path;

import javax.sql.DataSource;

import dev.tieout.affiliates.jdbc.AffiliateRegistry;
import dev.tieout.customers.jdbc.CustomerRegistry;
import dev.tieout.customers.jdbc.ForgottenCustomers;
import dev.tieout.proof.jdbc.Sealing;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.builder.JobBuilder;
import org.springframework.batch.core.job.builder.SimpleJobBuilder;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The job of a run. It is built for a registered run and built the same way again for its
 * restart. Every step may be cut off at any point and started again.
 */
public final class ReconciliationJob {

	/** The name under which Spring Batch keeps all runs. */
	public static final String NAME = "reconciliation";

	/** The job parameter that tells runs apart; a Long. */
	public static final String RUN = "run";

	private final JobRepository repository;

	private final PlatformTransactionManager transactions;

	private final DataSource dataSource;

	private final JdbcClient jdbc;

	public ReconciliationJob(JobRepository repository, PlatformTransactionManager transactions, DataSource dataSource) {
		this.repository = repository;
		this.transactions = transactions;
		this.dataSource = dataSource;
		this.jdbc = JdbcClient.create(dataSource);
	}

	/**
	 * Returns the job of a run.
	 * @param run the run, holding the program's lock
	 * @param stop tells the steps to stop
	 * @param parts where workers write their parts of the reports, kept until they are
	 * written
	 * @param posted moves the run to POSTED in the transaction that posts it
	 * @param report writes the reports of the posted run
	 * @return the job, to be started with the parameter {@link #RUN}
	 */
	public Job of(PinnedRun run, StopFlag stop, Path parts, Runnable posted, Runnable report) {
		RunTables tables = new RunTables(this.jdbc);
		byte[] addressKey = addressKey();
		Step scope = step("scope", stop,
				new ScopeTasklet(run, this.jdbc, tables, new ForgottenCustomers(this.dataSource, addressKey)));
		FirstIndexes indexes = new FirstIndexes(this.dataSource);
		JobBuilder builder = new JobBuilder(NAME, this.repository).listener(indexes);
		SimpleJobBuilder job = (run.kind() == RunKind.RUN)
				? imported(builder, run, tables, addressKey, stop).next(scope) : builder.start(scope);
		job.next(new Reconcile(run, tables, this.jdbc, this.dataSource, addressKey).step(this.repository,
				this.transactions, stop, parts))
			.next(step("index", stop, (contribution, context) -> ensureIndexes(run, tables)))
			.next(step("close", stop, new CloseTasklet(run, this.jdbc, indexes)));
		if (run.kind() == RunKind.PLAN) {
			job.next(step("plan", stop, new PlanTasklet(run, this.jdbc)));
		}
		if (run.kind() == RunKind.APPLY) {
			job.next(step("compare", stop, new CompareTasklet(run, this.jdbc)));
		}
		if (run.posts()) {
			job.next(step("post", stop, new PostTasklet(run, this.jdbc, new Sealing(this.dataSource), posted)))
				.next(step("report", () -> {
					if (tables.sawNoneBefore(run.number())) {
						indexes.finish();
					}
					report.run();
				}));
		}
		return job.build();
	}

	/** The steps that only a run has: a rerun imports nothing (rules.md 8). */
	private SimpleJobBuilder imported(JobBuilder builder, PinnedRun run, RunTables tables, byte[] addressKey,
			StopFlag stop) {
		Imports imports = new Imports(run, this.jdbc, tables,
				new CustomerRegistry(this.dataSource, this.transactions, addressKey),
				new AffiliateRegistry(this.jdbc, this.transactions, addressKey));
		Settlement settlement = new Settlement(run, imports, tables, this.dataSource, this.jdbc,
				new TransactionTemplate(this.transactions), stop);
		ReadFiles read = new ReadFiles(run, tables, imports, settlement, this.dataSource);
		return builder.start(read.step(FileKind.AFFILIATES, this.repository, this.transactions, stop))
			.next(step("settle affiliates", () -> settlement.settle(FileKind.AFFILIATES)))
			.next(read.step(FileKind.EXISTING_CUSTOMERS, this.repository, this.transactions, stop))
			.next(step("settle existing customers", () -> settlement.settle(FileKind.EXISTING_CUSTOMERS)))
			.next(read.step(FileKind.CONNECTIONS, this.repository, this.transactions, stop))
			.next(step("settle connections", () -> settlement.settle(FileKind.CONNECTIONS)))
			.next(read.step(FileKind.ORDERS, this.repository, this.transactions, stop))
			.next(step("settle orders", () -> settlement.settle(FileKind.ORDERS)));
	}

	/**
	 * Built after a first load instead of kept during it, which takes half the time; and
	 * where it posts, beside its proof and its posting ({@link FirstIndexes}). Without
	 * fresh statistics the planner would not know of what was just loaded.
	 */
	private RepeatStatus ensureIndexes(PinnedRun run, RunTables tables) {
		String missing = (run.posts() && !tables.hasPosted()) ? ""
				: "ensure_order_indexes(), ensure_decision_indexes(), ";
		this.jdbc.sql("select " + missing + "refresh_statistics()").query((row) -> {
		});
		return RepeatStatus.FINISHED;
	}

	private byte[] addressKey() {
		return this.jdbc.sql("select address_key from program").query((row, number) -> row.getBytes(1)).single();
	}

	/**
	 * A step that knows itself where it may be stopped, or may not: what is posted is
	 * also told, so no stop keeps the reports from being written.
	 */
	private Step step(String name, Runnable work) {
		return new StepBuilder(name, this.repository).tasklet((contribution, context) -> {
			work.run();
			return RepeatStatus.FINISHED;
		}, this.transactions).build();
	}

	/** A step of one transaction, which a stop may cancel until it commits. */
	private Step step(String name, StopFlag stop, Tasklet tasklet) {
		StoppableWork work = new StoppableWork(stop);
		return new StepBuilder(name, this.repository)
			.tasklet((contribution, context) -> work.on(this.dataSource, () -> {
				tasklet.execute(contribution, context);
				return RepeatStatus.FINISHED;
			}), this.transactions)
			.build();
	}

}
