package dev.tieout.scenario;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

import javax.sql.DataSource;

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
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/**
 * A Tieout of a test's own: the application's context on a fresh database. A context
 * takes a second to start and a database a twentieth of one, so one context serves one
 * database after the other.
 */
public final class Installation implements AutoCloseable {

	/** Who runs jobs in tests. */
	public static final Operator TESTER = new Operator("tester", Optional.empty());

	/** At rest between tests; one thread of one JVM at a time starts installations. */
	private static @Nullable Start atRest;

	private final TestDatabase database;

	private final Start process;

	private final boolean ownsDatabase;

	private Installation(TestDatabase database, Start process, boolean ownsDatabase) {
		this.database = database;
		this.process = process;
		this.ownsDatabase = ownsDatabase;
		process.switched.setTargetDataSource(database.dataSource());
	}

	public static synchronized Installation fresh() {
		return on(TestDatabase.fresh());
	}

	/**
	 * Returns a Tieout that works with a database that is there.
	 * @param database the database, closed with the installation
	 * @return the installation
	 */
	public static synchronized Installation on(TestDatabase database) {
		Start process = (atRest != null) ? atRest : new Start(database);
		atRest = null;
		return new Installation(database, process, true);
	}

	/**
	 * Returns another process that works with the same database.
	 * @return an installation with a context of its own
	 */
	public Installation alongside() {
		return new Installation(this.database, new Start(this.database), false);
	}

	/** Runs a job and answers the last result. */
	public RunResult run(Path job, LocalDate businessDate) {
		return run(request(job, businessDate));
	}

	/** A plain request to run a job. */
	public static RunRequest request(Path job, LocalDate businessDate) {
		return new RunRequest(Path.of("jobs"), job.toString(), Optional.of(businessDate), List.of(), List.of(), false,
				"");
	}

	public RunResult run(RunRequest request) {
		List<RunResult> results = runAll(request);
		return results.get(results.size() - 1);
	}

	/** Runs a job and answers all results, those of resumed runs first. */
	public List<RunResult> runAll(RunRequest request) {
		return operations().run(request, TESTER, RunObserver.SILENT);
	}

	public RunOperations operations() {
		return bean(RunOperations.class);
	}

	public <T> T bean(Class<T> type) {
		return this.process.context.getBean(type);
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
		bean(Exports.class).write(export, scope, Masking.of(false), out);
		return out.toString(StandardCharsets.UTF_8);
	}

	@Override
	public void close() {
		synchronized (Installation.class) {
			if (atRest == null) {
				atRest = this.process;
			}
			else {
				this.process.context.close();
			}
		}
		if (this.ownsDatabase) {
			this.database.close();
		}
	}

	/** A context whose database can be exchanged between jobs. */
	private static final class Start {

		private final DelegatingDataSource switched;

		private final ConfigurableApplicationContext context;

		private Start(TestDatabase first) {
			this.switched = new DelegatingDataSource(first.dataSource());
			this.context = new SpringApplicationBuilder(TieoutApplication.class).properties(first.properties())
				.initializers((starting) -> starting.getBeanFactory().addBeanPostProcessor(new Exchange(this.switched)))
				.run();
		}

	}

	private record Exchange(DataSource switched) implements BeanPostProcessor {

		@Override
		public Object postProcessAfterInitialization(Object bean, String name) {
			return (bean instanceof DataSource) ? this.switched : bean;
		}

	}

}
