package dev.tieout.cli;

import java.nio.file.Path;

/** For commands that must not get as far as to need anything. */
final class NoServices implements Services {

	@Override
	public Desk desk(Path data) {
		throw new AssertionError("the database must not be opened, but was at '" + data + "'");
	}

	@Override
	public Engine engine(Path data) {
		throw new AssertionError("nothing must be started, but was at '" + data + "'");
	}

	@Override
	public Server server(Path data, int port) {
		throw new AssertionError("nothing must be started, but was at '" + data + "'");
	}

	@Override
	public Failure failure(Throwable cause) {
		return new Failure(1, String.valueOf(cause.getMessage()));
	}

}
