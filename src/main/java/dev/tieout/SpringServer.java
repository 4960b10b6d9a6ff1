package dev.tieout;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.context.ConfigurableApplicationContext;

import dev.tieout.cli.Server;
import dev.tieout.operations.RefusedException;
import dev.tieout.schedule.Serving;

/** The process that serves, on an application context that has a scheduler. */
final class SpringServer implements Server {

	private final ConfigurableApplicationContext context;

	private SpringServer(ConfigurableApplicationContext context) {
		this.context = context;
	}

	static SpringServer start(Path data, int port, Map<String, String> environment) {
		SpringApplication application = new SpringApplication(TieoutApplication.class);
		Map<String, Object> properties = new HashMap<>(SpringEngine.properties(data, environment));
		properties.put("tieout.serve", "true");
		application.setDefaultProperties(properties);
		application.setLogStartupInfo(false);
		// A signal stops the run first; the context is closed by the command itself.
		application.setRegisterShutdownHook(false);
		try {
			return new SpringServer(application.run(web(port)));
		}
		catch (PortInUseException ex) {
			throw new RefusedException("Port " + port
					+ " of this machine is taken, perhaps by another 'tieout serve'. Nothing was started. Name another port with --port N, or none with --port 0.");
		}
	}

	/** Given as arguments, which no variable of the environment overrides. */
	private static String[] web(int port) {
		return new String[] { "--spring.main.web-application-type=" + ((port == 0) ? "none" : "servlet"),
				"--server.port=" + port };
	}

	@Override
	public void start(Path jobs, Consumer<String> lines) {
		this.context.getBean(Serving.class).start(jobs, name(), lines);
	}

	/** Which process it is, for people who look for it. */
	private static String name() {
		String user = System.getProperty("user.name", "unknown");
		long pid = ProcessHandle.current().pid();
		try {
			return user + "@" + InetAddress.getLocalHost().getHostName() + ", process " + pid;
		}
		catch (UnknownHostException ex) {
			return user + ", process " + pid;
		}
	}

	@Override
	public boolean end() {
		return this.context.getBean(Serving.class).end();
	}

	@Override
	public void close() {
		this.context.close();
	}

}
