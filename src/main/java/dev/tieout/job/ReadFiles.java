package dev.tieout.job;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import javax.sql.DataSource;

import dev.tieout.records.Item;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.Step;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.builder.StepBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.transaction.PlatformTransactionManager;

/**
 * The steps that read files of one kind, a partition a file. Files are read side by side
 * where they cannot build on each other: orders, as long as none is known. Later ones are
 * read one after the other, each settled before the next, because only then can a record
 * that says what counts already be told when it is read.
 */
final class ReadFiles {

	private static final Logger LOG = LoggerFactory.getLogger(ReadFiles.class);

	private final PinnedRun run;

	private final RunTables tables;

	private final Imports imports;

	private final Settlement settlement;

	private final DataSource dataSource;

	ReadFiles(PinnedRun run, RunTables tables, Imports imports, Settlement settlement, DataSource dataSource) {
		this.run = run;
		this.tables = tables;
		this.imports = imports;
		this.settlement = settlement;
		this.dataSource = dataSource;
	}

	Step step(FileKind kind, JobRepository repository, PlatformTransactionManager transactions, StopFlag stop) {
		List<RegisteredFile> files = this.tables.toRead(this.run.number(), kind);
		boolean sideBySide = kind == FileKind.ORDERS && !this.tables.hasOrders();
		String name = "read " + kind.word();
		WorkerStep worker = new WorkerStep(name + " file", (execution) -> {
			if (!sideBySide && kind != FileKind.AFFILIATES) {
				settleFormer(kind);
			}
			return worker(file(files, execution), repository, transactions, stop, execution);
		});
		return new StepBuilder(name, repository).partitioner(name + " file", (size) -> partitions(files))
			.partitionHandler(
					new InOrderPartitionHandler(worker, sideBySide ? readers() : 1, Math.max(1, files.size()), stop))
			.build();
	}

	/**
	 * Of two files one is parsed while the database takes a chunk of the other. Who wants
	 * one partition wants one thing after the other.
	 */
	private int readers() {
		return (this.run.partitions() > 1) ? 2 * this.run.partitions() : 1;
	}

	/**
	 * A stop in its middle needs nothing but to be let through: with the flag raised, the
	 * file's own step ends before its first chunk, and its restart settles anew.
	 */
	private void settleFormer(FileKind kind) {
		try {
			this.settlement.settle(kind);
		}
		catch (StepStoppedException ex) {
			LOG.debug("stopped while settling {}", kind.word(), ex);
		}
	}

	private static Map<String, ExecutionContext> partitions(List<RegisteredFile> files) {
		Map<String, ExecutionContext> partitions = new HashMap<>();
		for (RegisteredFile file : files) {
			partitions.put("%06d".formatted(file.position()), new ExecutionContext());
		}
		return partitions;
	}

	private static RegisteredFile file(List<RegisteredFile> files, StepExecution execution) {
		int position = WorkerStep.part(execution);
		return files.stream()
			.filter((file) -> file.position() == position)
			.findFirst()
			.orElseThrow(() -> new IllegalStateException("no file " + position + " is registered with this run"));
	}

	private Step worker(RegisteredFile file, JobRepository repository, PlatformTransactionManager transactions,
			StopFlag stop, StepExecution execution) {
		return worker(file, this.imports.of(file), repository, transactions, stop, execution);
	}

	private <T> Step worker(RegisteredFile file, FileImport<T> target, JobRepository repository,
			PlatformTransactionManager transactions, StopFlag stop, StepExecution execution) {
		FileReading<T> reading = new FileReading<>(file, target, this.tables, this.dataSource, stop);
		return new StepBuilder(execution.getStepName(), repository).<Item<T>, Item<T>>chunk(target.itemsPerChunk())
			.transactionManager(transactions)
			.reader(reading)
			.writer(reading)
			.listener(reading)
			.interruptionPolicy(stop)
			.build();
	}

}
