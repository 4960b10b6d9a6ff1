package dev.tieout;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import javax.sql.DataSource;

import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

import dev.tieout.audit.jdbc.Previews;
import dev.tieout.audit.jdbc.RunSummaries;
import dev.tieout.cli.Engine;
import dev.tieout.operations.PlanOperations;
import dev.tieout.operations.Progress;
import dev.tieout.operations.RerunOperations;
import dev.tieout.operations.RunOperations;

/** Commands that run a job, on the application context. */
final class SpringEngine implements Engine {

	private final ConfigurableApplicationContext context;

	private SpringEngine(ConfigurableApplicationContext context) {
		this.context = context;
	}

	static SpringEngine start(Path data, Map<String, String> environment) {
		SpringApplication application = new SpringApplication(TieoutApplication.class);
		application.setDefaultProperties(properties(data, environment));
		application.setLazyInitialization(true);
		application.setLogStartupInfo(false);
		// A signal stops the run first; the context is closed by the command itself.
		application.setRegisterShutdownHook(false);
		return new SpringEngine(application.run());
	}

	/** What tells a context where its database is. */
	static Map<String, Object> properties(Path data, Map<String, String> environment) {
		Map<String, Object> properties = new HashMap<>();
		properties.put("tieout.data", data.toString());
		environment.forEach((name, value) -> {
			if (name.startsWith("SPRING_")) {
				properties.put(name.toLowerCase(Locale.ROOT).replace('_', '.'), value);
			}
		});
		return properties;
	}

	@Override
	public RunOperations runs() {
		return this.context.getBean(RunOperations.class);
	}

	@Override
	public RerunOperations reruns() {
		return this.context.getBean(RerunOperations.class);
	}

	@Override
	public PlanOperations plans() {
		return this.context.getBean(PlanOperations.class);
	}

	@Override
	public Progress progress() {
		return new Progress(this.context.getBean(DataSource.class));
	}

	@Override
	public RunSummaries summaries() {
		return this.context.getBean(RunSummaries.class);
	}

	@Override
	public Previews previews() {
		return this.context.getBean(Previews.class);
	}

	@Override
	public void close() {
		this.context.close();
	}

}
