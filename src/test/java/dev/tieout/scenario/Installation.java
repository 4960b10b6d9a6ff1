package dev.tieout.scenario;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import dev.tieout.TieoutApplication;
import dev.tieout.audit.Export;
import dev.tieout.audit.ExportScope;
import dev.tieout.audit.Masking;
import dev.tieout.audit.file.Exports;
import dev.tieout.database.TestDatabase;
import dev.tieout.operations.Operator;
import dev.tieout.operations.RunObserver;
import dev.tieout.operations.RunOperations;
import dev.tieout.operations.RunRequest;
import dev.tieout.operations.RunResult;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A Tieout of a test's own: the application's context on a fresh database. */
public final class Installation implements AutoCloseable {

	private static final Operator TESTER = new Operator("tester", Optional.empty());

	private final TestDatabase database;

	private final ConfigurableApplicationContext context;

	private Installation(TestDatabase database) {
		this.database = database;
		this.context = new SpringApplicationBuilder(TieoutApplication.class).properties(database.properties()).run();
	}

	public static Installation fresh() {
		return new Installation(TestDatabase.fresh());
	}

	/** Runs a job and answers the last result. */
	public RunResult run(Path job, LocalDate businessDate) {
		return run(new RunRequest(Path.of("jobs"), job.toString(), Optional.of(businessDate), List.of(), List.of(),
				false, ""));
	}

	public RunResult run(RunRequest request) {
		List<RunResult> results = this.context.getBean(RunOperations.class).run(request, TESTER, RunObserver.SILENT);
		return results.get(results.size() - 1);
	}

	public <T> T bean(Class<T> type) {
		return this.context.getBean(type);
	}

	/** The database with the application's rights. */
	public JdbcClient jdbc() {
		return JdbcClient.create(this.database.dataSource());
	}

	/** The database with its owner's rights. */
	public JdbcClient ownerJdbc() {
		return JdbcClient.create(this.database.ownerDataSource());
	}

	public TestDatabase database() {
		return this.database;
	}

	/** An export of everything, header included. */
	public String export(Export export) throws Exception {
		return export(export, new ExportScope.WholeStore());
	}

	public String export(Export export, ExportScope scope) throws Exception {
		ByteArrayOutputStream out = new ByteArrayOutputStream();
		this.context.getBean(Exports.class).write(export, scope, Masking.of(false), out);
		return out.toString(StandardCharsets.UTF_8);
	}

	@Override
	public void close() {
		this.context.close();
	}

}
