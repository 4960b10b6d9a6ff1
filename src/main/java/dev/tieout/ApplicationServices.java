package dev.tieout;

import java.nio.file.Path;
import java.util.Map;

import dev.tieout.cli.Desk;
import dev.tieout.cli.Engine;
import dev.tieout.cli.Failure;
import dev.tieout.cli.Server;
import dev.tieout.cli.Services;

/** What the command line works with, put together. */
final class ApplicationServices implements Services {

	private final Map<String, String> environment;

	ApplicationServices(Map<String, String> environment) {
		this.environment = environment;
	}

	@Override
	public Desk desk(Path data) {
		return LightDesk.open(data, this.environment);
	}

	@Override
	public Engine engine(Path data) {
		return SpringEngine.start(data, this.environment);
	}

	@Override
	public Server server(Path data, int port) {
		return SpringServer.start(data, port, this.environment);
	}

	@Override
	public Failure failure(Throwable cause) {
		return Failures.of(cause);
	}

}
