package dev.tieout.cli;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

import dev.tieout.audit.PrintableText;

@Command(name = "serve", header = "Start jobs at their times, until stopped.", description = {
		"Runs every job whose file has a schedule. A changed job file is taken up without a restart, except its notify; "
				+ "while a file is broken, what it last said goes on. Runs that another process left are finished. "
				+ "Several processes may serve one database: each time of a job is run once. Ctrl-C and SIGTERM stop "
				+ "the run at work at its next chunk, and the next 'tieout serve' goes on with it." },
		footerHeading = "%nExamples:%n", footer = { "  tieout serve", "  tieout serve --port 0" })
final class ServeCommand implements Callable<Integer> {

	private static final int LARGEST_PORT = 65_535;

	private final Workplace workplace;

	private final Clock clock = Clock.systemUTC();

	private final CountDownLatch toldToEnd = new CountDownLatch(1);

	@Spec
	private CommandSpec spec = CommandSpec.create();

	@Option(names = "--port", paramLabel = "N",
			description = "Where health and metrics are to be had over HTTP, on this machine only (default: "
					+ "${DEFAULT-VALUE}); 0 = nowhere.")
	private int port = 8090;

	ServeCommand(Workplace workplace) {
		this.workplace = workplace;
	}

	@Override
	public Integer call() throws InterruptedException {
		if (this.port < 0 || this.port > LARGEST_PORT) {
			throw new ParameterException(this.spec.commandLine(),
					"--port '" + this.port + "' is no port; expected 0 to " + LARGEST_PORT);
		}
		this.workplace.termination().onSignal(this.toldToEnd::countDown);
		Optional<Server> started = server();
		if (started.isEmpty()) {
			return ExitCode.DONE.number();
		}
		try (Server server = started.get()) {
			server.start(this.workplace.jobs(), this::say);
			this.toldToEnd.await();
			return (server.end() ? ExitCode.STOPPED : ExitCode.DONE).number();
		}
	}

	/** What starts up while the process is told to end may fail of that. */
	private Optional<Server> server() {
		try {
			return Optional.of(this.workplace.server(this.port));
		}
		catch (RuntimeException ex) {
			if (this.toldToEnd.getCount() > 0) {
				throw ex;
			}
			say("Told to end while starting: no job was started.");
			return Optional.empty();
		}
	}

	private void say(String line) {
		this.workplace.console()
			.err()
			.println(this.clock.instant().truncatedTo(ChronoUnit.SECONDS) + " " + PrintableText.of(line));
	}

}
