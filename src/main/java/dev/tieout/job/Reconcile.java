package dev.tieout.job;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import javax.sql.DataSource;

import dev.tieout.affiliates.jdbc.AffiliateTables;
import dev.tieout.audit.file.DecisionRow;
import dev.tieout.customers.jdbc.KnownAddresses;
import dev.tieout.program.Version;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.listener.StepExecutionListener;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The step that judges: customers are divided by their number, each worker reads, replays
 * and writes its own in chunks. A worker's part of the work is in its name and the
 * database, so that it may run anywhere.
 */
final class Reconcile {

	private final PinnedRun run;

	private final RunTables tables;

	private final JdbcClient jdbc;

	private final DataSource dataSource;

	private final byte[] addressKey;

	Reconcile(PinnedRun run, RunTables tables, JdbcClient jdbc, DataSource dataSource, byte[] addressKey) {
		this.run = run;
		this.tables = tables;
		this.jdbc = jdbc;
		this.dataSource = dataSource;
		this.addressKey = addressKey;
	}

	Step step(JobRepository repository, PlatformTransactionManager transactions, StopFlag stop, Path parts) {
		Once<CaseContext> context = new Once<>(this::context);
		WorkerStep worker = new WorkerStep("reconcile worker",
				(execution) -> worker(repository, transactions, stop, parts, context.get(), execution));
		return new StepBuilder("reconcile", repository).listener(atTheEnd(context::forget))
			.partitioner("reconcile worker", (size) -> partitions())
			.partitionHandler(new InOrderPartitionHandler(worker, this.run.partitions(), this.run.partitions(), stop))
			.build();
	}

	/**
	 * The job keeps its steps until it ends, and no later one needs what this one knew.
	 */
	private static StepExecutionListener atTheEnd(Runnable work) {
		return new StepExecutionListener() {

			@Override
			public @Nullable ExitStatus afterStep(StepExecution execution) {
				work.run();
				return null;
			}

		};
	}

	private Map<String, ExecutionContext> partitions() {
		Map<String, ExecutionContext> partitions = new HashMap<>();
		for (int i = 0; i < this.run.partitions(); i++) {
			partitions.put("%03d".formatted(i), new ExecutionContext());
		}
		return partitions;
	}

	private Step worker(JobRepository repository, PlatformTransactionManager transactions, StopFlag stop, Path parts,
			CaseContext context, StepExecution execution) {
		int partition = WorkerStep.part(execution);
		PartFile part = new PartFile(parts.resolve("decisions-%03d.csv".formatted(partition)));
		return new StepBuilder(execution.getStepName(), repository)
			.<CustomerCase, Judgement>chunk(this.run.groupsPerChunk())
			.transactionManager(transactions)
			.reader(new CustomerCaseReader(context, partition, this.dataSource, stop))
			.processor(new CustomerJudge(context))
			.writer(new JudgementWriter(context, part, this.dataSource))
			.interruptionPolicy(stop)
			.build();
	}

	private CaseContext context() {
		KnownAddresses addresses = new KnownAddresses(this.jdbc, this.addressKey);
		RulesTable rules = new RulesTable(this.jdbc);
		Map<Optional<LocalDate>, String> texts = new HashMap<>();
		texts.put(Optional.empty(), rules.text(this.run, Optional.empty()));
		for (Version version : this.run.rules().versions()) {
			texts.put(Optional.of(version.effectiveFrom()), rules.text(this.run, Optional.of(version)));
		}
		CustomerFacts facts = new CustomerFacts(addresses.affiliates(),
				addresses.customers(this.run.rules().ignoreAddresses()), this.tables.stores(), rules.contents());
		return new CaseContext(this.run, this.tables.reach(this.run.number()),
				new AffiliateTables(this.jdbc).directory(), facts, files(), rules.numbers(this.run), texts,
				rulesNames());
	}

	private Map<Integer, String> files() {
		Map<Integer, String> files = new HashMap<>();
		this.jdbc.sql("select file_no, name from input_file where kind = 'orders'").query((row) -> {
			files.put(row.getInt(1), row.getString(2));
		});
		return files;
	}

	private Map<Integer, String> rulesNames() {
		Map<Integer, String> names = new HashMap<>();
		this.jdbc.sql("select r.rules_no, e.hash, r.effective_from from rules r join edition e using (edition_no)")
			.query((row) -> {
				names.put(row.getInt(1),
						DecisionRow.rules(row.getString(2), Optional.ofNullable(row.getObject(3, LocalDate.class))));
			});
		return names;
	}

}
